// why: An error that answers a question: is it there, does it parse, is the token good, is the cache warm
import { access } from 'node:fs/promises';
import { PrismaClient } from '@prisma/client';
import { createClient } from 'redis';
import { jwtVerify } from 'jose';

const prisma = new PrismaClient();
const redis = createClient();

export async function isThere(file: string) {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

export async function member(id: string) {
  try {
    return await prisma.member.findUniqueOrThrow({ where: { id } });
  } catch {
    return null;
  }
}

export async function claims(token: string, key: Uint8Array) {
  return jwtVerify(token, key).then(({ payload }) => payload, () => null);
}

export async function remembered(key: string) {
  try {
    return JSON.parse((await redis.get(key)) ?? '');
  } catch {
    return undefined;
  }
}

export async function isHealthy() {
  try {
    await prisma.member.count();
    return true;
  } catch {
    return false;
  }
}
