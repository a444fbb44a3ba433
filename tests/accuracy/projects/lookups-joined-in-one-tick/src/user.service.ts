import { PrismaClient } from '@prisma/client';

export class UserService {
  constructor(private readonly prisma: PrismaClient) {}

  async byId(id: string) {
    try {
      return await this.prisma.user.findUniqueOrThrow({ where: { id } });
    } catch {
      return null;
    }
  }
}
