import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaClient } from '@prisma/client';

const base = new PrismaClient();
const storage = new AsyncLocalStorage<PrismaClient>();

export const client = () => storage.getStore() ?? base;

export const inTransaction = <T>(run: () => Promise<T>): Promise<T> => base.$transaction((tx) => storage.run(tx as PrismaClient, run));
