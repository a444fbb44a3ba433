import bcrypt from 'bcryptjs';
import { prisma } from '~/db.server';

export async function createUser(email: string, password: string) {
  const hashedPassword = await bcrypt.hash(password, 10);
  return prisma.user.create({
    data: { email, password: { create: { hash: hashedPassword } } },
  });
}

export async function resetPassword(userId: string, password: string) {
  return prisma.user.update({
    where: { id: userId },
    data: { password }, // expect: no-unhashed-password/plaintext
  });
}

export async function verifyLogin(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email }, include: { password: true } });
  if (!user?.password) return null;
  const isValid = await bcrypt.compare(password, user.password.hash);
  return isValid ? { id: user.id, email: user.email } : null;
}

export function getMembers() {
  return prisma.user.findMany({ select: { id: true, email: true } }); // expect: require-pagination-cap/unboundedList
}
