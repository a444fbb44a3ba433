// why: a generated client is known by the name of its class
import { PrismaClient } from './generated/prisma/client';

export class Points {
  constructor(private readonly prisma: PrismaClient) {}

  async reset(userIds: string[]) {
    for (const id of userIds) await this.prisma.user.update({ where: { id }, data: { points: 0 } }); // expect: no-n-plus-one/writeInLoop
  }
}
