import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const saveSmtpSettings = ({ host, port, username, password }: { host: string; port: number; username: string; password: string }) =>
  prisma.smtpSettings.update({ where: { id: 1 }, data: { host, port, username, password } });
