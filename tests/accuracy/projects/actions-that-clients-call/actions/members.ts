'use server';

// why: the functions of a file that says 'use server' answer clients where one calls them, whatever TypeScript says of their arguments
import { hash } from 'bcrypt';
import { prisma } from '../db/client';

interface NewMember {
  email: string;
  password: string;
}

export async function addMember({ email, password }: NewMember) {
  try {
    await prisma.member.create({ data: { email, password } }); // expect: no-unhashed-password/plaintext
    return { added: true };
  } catch (error) {
    return { added: false, reason: (error as Error).message }; // expect: no-raw-error-response/errorMessage
  }
}

export async function changePassword(_state: unknown, form: FormData) {
  const id = String(form.get('id'));
  await prisma.member.update({ where: { id }, data: { password: String(form.get('password')) } }); // expect: no-unhashed-password/plaintext
  return { changed: true };
}

export async function resetPassword(form: FormData) {
  await prisma.member.update({ where: { id: String(form.get('id')) }, data: { password: await hash(String(form.get('password')), 12) } });
}

export const newestMembers = async (count: number) => prisma.member.findMany({ select: { id: true, email: true }, orderBy: { joinedAt: 'desc' }, take: count }); // expect: require-pagination-cap/uncappedLimit

// Nobody on the server calls it, and where clients do is out of sight.
export async function rename(id: string, name: string) {
  try {
    await prisma.member.update({ where: { id }, data: { name } });
    return { renamed: true };
  } catch (error) {
    return { renamed: false, reason: (error as Error).message }; // expect: no-raw-error-response/errorMessage
  }
}
