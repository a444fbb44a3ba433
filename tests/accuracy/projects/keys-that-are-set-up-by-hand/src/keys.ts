// why: keys of an API are made by hand, and there is a handful
import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const router = Router();

router.get('/keys', async (req, res) => {
  res.json(await keys());
});

router.get('/uses', async (req, res) => {
  res.json(await uses());
});

const keys = () => prisma.apiKey.findMany({ where: { revoked: false }, select: { name: true, lastUsed: true } });

const uses = () => prisma.keyUse.findMany({ where: { revoked: false } }); // expect: require-pagination-cap/unboundedList
