// why: all rows since a day may be any number
import { Router } from 'express';
import { listed } from './store';

export const router = Router();

router.get('/features', async (req, res) => {
  res.json(await listed(String(req.query.by)));
});
