// why: a subscriber of the data source hashes what is inserted
import { Router } from 'express';
import { addGuest } from './guests';

export const router = Router();

router.post('/guests', async (req, res) => {
  await addGuest(req.body.email, req.body.password);
  res.sendStatus(201);
});
