import { prisma } from './prisma.js';

export class MembersRepository {
  findById(id: string) {
    return prisma.member.findUnique({ where: { id } });
  }

  update(id: string, data: { points?: number; name?: string }) {
    return prisma.member.update({ where: { id }, data });
  }

  setPoints(id: string, points: number) {
    return prisma.member.update({ where: { id }, data: { points } });
  }

  addPoints(id: string, points: number) {
    return prisma.member.update({ where: { id }, data: { points: { increment: points } } });
  }
}
