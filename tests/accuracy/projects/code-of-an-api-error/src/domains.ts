import { prisma } from './db';

export const addDomain = (name: string) => prisma.domain.create({ data: { name } });
