import bcrypt from 'bcrypt';
import { prisma } from '../clients';

export async function registerMember(email: string, name: string, password: string) {
  return prisma.member.create({ data: { email, name, passwordHash: await bcrypt.hash(password, 12) } });
}

export async function signIn(email: string, password: string) {
  const member = await prisma.member.findUnique({ where: { email } });
  return member && (await bcrypt.compare(password, member.passwordHash)) ? member : undefined;
}

export async function findMember(id: number) {
  return prisma.member.findUnique({ where: { id } });
}

export async function changeMember(id: number, changes: { name?: string }) {
  try {
    const { id: changed, name } = await prisma.member.update({ where: { id }, data: changes });
    return { id: changed, name };
  } catch {
    return {};
  }
}
