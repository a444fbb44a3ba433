// why: a column with its table says the same
import { Router } from 'express';
import { listed } from './store';

export const router = Router();

router.get('/features', async (req, res) => {
  res.json(await listed(String(req.query.by)));
});
