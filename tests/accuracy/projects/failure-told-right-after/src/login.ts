// why: Where nothing came, the code throws or answers right after; where something must not be there, it does not
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function memberOf(token: string) {
  let member = null;
  try {
    member = await prisma.member.findFirst({ where: { token } });
  } catch {
    member = null;
  }
  if (!member) {
    throw new Error('Nobody has this token.');
  }
  return member;
}

export async function refuseBanned(address: string) {
  let ban;
  try {
    ban = await prisma.ban.findFirst({ where: { address } });
  } catch { // expect: no-swallowed-error/swallowedError
    ban = null;
  }
  if (ban) throw new Error('This address is banned.');
}

export const app = express();

app.get('/member', async (req, res) => {
  let member;
  try {
    member = await memberOf(String(req.headers.authorization));
  } catch {}
  if (member === undefined) return res.status(401).json({ error: 'Log in first.' });
  res.json({ name: member.name });
});
