// why: a few attempts at the same write are no rows
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function newSerial(deviceId: string) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const serial = Math.random().toString(36).slice(2, 10).toUpperCase();
    const taken = await prisma.device.findFirst({ where: { serial } });
    if (taken) continue;
    return prisma.device.update({ where: { id: deviceId }, data: { serial } });
  }
  throw new Error('No serial number is free');
}
