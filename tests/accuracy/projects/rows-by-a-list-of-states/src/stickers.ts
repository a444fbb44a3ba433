// why: a list of states, which the client gives, keeps nothing small
import { Router } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const router = Router();

router.get('/stickers', async (req, res) => {
  res.json(await inStates(String(req.query.states).split(',')));
});

function inStates(states: string[]) {
  return prisma.sticker.findMany({ where: { state: { in: states } } }); // expect: require-pagination-cap/unboundedList
}
