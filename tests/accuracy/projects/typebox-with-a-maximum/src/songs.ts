import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const songs = (genre: string | undefined, take: number) => prisma.song.findMany({ where: { genre }, take });
