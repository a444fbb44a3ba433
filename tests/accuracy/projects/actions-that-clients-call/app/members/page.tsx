import { revalidatePath } from 'next/cache';
import { resetPassword } from '../../actions/members';
import { prisma } from '../../db/client';

export default function MembersPage() {
  async function rename(form: FormData) {
    'use server';
    try {
      await prisma.member.update({ where: { id: String(form.get('id')) }, data: { name: String(form.get('name')) } });
      revalidatePath('/members');
    } catch (error) {
      return String(error); // expect: no-raw-error-response/rawErrorObject
    }
    return undefined;
  }
  return (
    <main>
      <RenameForm action={rename} />
      <form action={resetPassword} />
    </main>
  );
}
