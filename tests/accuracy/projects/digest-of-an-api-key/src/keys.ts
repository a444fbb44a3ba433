// why: a key that nobody can guess needs no slow hash
import { createHash, randomBytes } from 'node:crypto';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function issue(accountId: string, label: string) {
  const key = randomBytes(24).toString('base64url');
  const secretHash = createHash('sha256').update(key).digest('hex');
  await prisma.apiKey.create({ data: { accountId, label, secretHash } });
  return key;
}
