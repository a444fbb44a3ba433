import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class AccountsService {
  private readonly prisma = new PrismaClient();

  async remove(id: string) {
    return this.prisma.account.delete({ where: { id } });
  }

  async show(id: string) {
    const { email, createdAt } = await this.prisma.account.findUnique({ where: { id } });
    return { email, createdAt };
  }
}
