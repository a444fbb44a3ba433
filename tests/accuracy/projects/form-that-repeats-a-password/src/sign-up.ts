// why: two fields of one form are compared, and only a hash is stored
import type { Request, Response } from 'express';
import { hash } from '@node-rs/argon2';
import { addAccount } from './accounts';
import { signUp } from './schemas';

export async function register(req: Request, res: Response) {
  const form = signUp.safeParse(req.body);
  if (!form.success) return res.status(422).json({ errors: form.error.issues });
  const { repeated, ...account } = form.data;
  await addAccount({ ...account, password: await hash(account.password) });
  return res.sendStatus(201);
}
