import { PrismaClient } from '@prisma/client';
import { allowed } from './rights';

export class UserService {
  constructor(private readonly prisma: PrismaClient) {}

  async byId(id: string) {
    await allowed(id);
    return this.prisma.user.findUnique({ where: { id } });
  }

  async nameOf(id: string) {
    const user = await this.prisma.user.findUnique({ where: { id } });
    return user?.name ?? 'nobody';
  }
}
