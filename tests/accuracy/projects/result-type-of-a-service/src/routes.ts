import { Router } from 'express';
import { invite } from './invite';

export const router = Router();

router.post('/invites', async (req, res) => {
  const outcome = await invite(req.body.email);
  res.status(outcome.ok ? 201 : 409).json(outcome);
});
