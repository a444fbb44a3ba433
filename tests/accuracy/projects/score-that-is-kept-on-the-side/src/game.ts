// why: a helper that nobody waits for writes on the side
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

function keepScore(player: number) {
  prisma.score.update({ where: { player }, data: { points: { increment: 1 } } }).then(() => undefined).catch(console.error);
}

export async function play(player: number) {
  await prisma.move.create({ data: { player } });
  keepScore(player);
}
