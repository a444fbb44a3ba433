import { hash } from '@node-rs/argon2';
import { users } from '../../schema';
import type { Actions } from './$types';

export const actions: Actions = {
  join: async ({ request, locals }) => {
    const form = await request.formData();
    await locals.db.insert(users).values({ passwordHash: await hash(form.get('password') as string) }); // expect: no-db-in-controller/queryInController
  },
  quick: async ({ request, locals }) => {
    const form = await request.formData();
    await locals.db.insert(users).values({ passwordHash: form.get('password') as string }); // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  },
};
