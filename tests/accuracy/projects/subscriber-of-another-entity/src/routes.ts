// why: a subscriber that hashes the passwords of hosts leaves those of guests as they come
import { Router } from 'express';
import { addGuest } from './guests';

export const router = Router();

router.post('/guests', async (req, res) => {
  await addGuest(req.body.email, req.body.password);
  res.sendStatus(201);
});
