// why: rows that are looked up by the keys of others are no more than those
import { Router } from 'express';
import { addAll } from './stickers';

export const router = Router();

router.post('/stickers', async (req, res) => {
  const stickers = req.body.stickers.slice(0, 50).map(({ label, colour }) => ({ label, colour }));
  res.status(201).json(await addAll(stickers));
});
