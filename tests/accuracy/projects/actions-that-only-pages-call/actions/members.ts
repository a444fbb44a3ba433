'use server';

// why: a page that the server renders calls these, so that no client chooses what they are given or reads what they return
import { prisma } from '../db/client';

export async function newestMembers(count: number) {
  try {
    return { members: await prisma.member.findMany({ select: { id: true, email: true }, orderBy: { joinedAt: 'desc' }, take: count }) };
  } catch (error) {
    return { members: [], reason: (error as Error).message };
  }
}
