// why: a client is what the function gives that a helper is handed to make it once
import { Redis } from 'ioredis';
import { PrismaClient } from '@prisma/client';
import { kept, later, made } from './kept.server';

export const redis = kept('redis', () => new Redis());
export const db = kept('db', () => new PrismaClient());
export const replica = made('replica', () => new PrismaClient());
export const unmade = later(() => new PrismaClient());
