import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const addAccount = ({ email, password }: { email: string; password: string }) => prisma.account.create({ data: { email, password } });
