// why: a query in the same try may throw too
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export async function save(pattern: string) {
  return prisma.constraint.create({ data: { pattern } });
}

const app = express();
app.post('/constraints', async (req, res) => {
  try {
    await save(new RegExp(req.body.pattern).source);
    res.status(204).end();
  } catch (error) {
    res.status(400).json({ error: error.message }); // expect: no-raw-error-response/errorMessage
  }
});
