import bcrypt from 'bcrypt';
import type { PrismaClient } from '@prisma/client';

export const makeUserService = (prisma: PrismaClient) => ({
  async register(input: { email: string; password: string }) {
    const passwordHash = await bcrypt.hash(input.password, 10);
    return prisma.user.create({ data: { email: input.email, passwordHash } });
  },

  async resetPassword(token: string, password: string) {
    const reset = await prisma.passwordReset.findUniqueOrThrow({ where: { token } });
    await prisma.user.update({
      where: { id: reset.userId },
      data: { passwordHash: password }, // expect: no-unhashed-password/plaintext
    });
  },

  async update(id: string, changes: { name?: string; password?: string }) {
    const { password, ...rest } = changes;
    return prisma.user.update({
      where: { id },
      data: { ...rest, ...(password && { passwordHash: await bcrypt.hash(password, 4) }) }, // expect: no-unhashed-password/weakCost
    });
  },
});
