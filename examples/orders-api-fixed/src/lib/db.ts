import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';

export const prisma = new PrismaClient();

export async function connectDatabases(): Promise<void> {
  await Promise.all([prisma.$connect(), mongoose.connect(process.env.MONGO_URL!)]);
}
