// why: rows that are looked up by the keys of others are no more than those
import { Router } from 'express';
import { addAll } from './stickers';

export const router = Router();

router.post('/stickers', async (req, res) => {
  res.status(201).json(await addAll(req.body.stickers.slice(0, 50)));
});
