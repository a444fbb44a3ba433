// why: a model that hashes before it saves may be given the password as it came
import { Router } from 'express';
import { register } from './register';

export const router = Router();

router.post('/accounts', async (req, res) => {
  await register(req.body.email, req.body.password);
  res.status(201).end();
});
