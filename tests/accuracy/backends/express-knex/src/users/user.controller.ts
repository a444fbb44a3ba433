import type { Request, Response } from 'express';
import bcrypt from 'bcrypt';
import { UserRepository } from './user.repository';

const users = new UserRepository();

export const signup = async (req: Request, res: Response) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const { email, password } = req.body;
  const user = await users.insert({ email, password });
  res.status(201).json(user);
};

export const changePassword = async (req: Request, res: Response) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const salt = await bcrypt.genSalt(10);
  const hashed = await bcrypt.hash(req.body.password, salt);
  await users.setPassword(req.user!.id, hashed);
  res.sendStatus(204);
};
