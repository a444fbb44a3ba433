import { Router } from 'express';
import { sales } from './reports';

export const router = Router();

router.get('/sales', async (req, res) => {
  const order = req.query.order ?? 'day';
  res.json({ sales: await sales(new Date(req.query.since), order) });
});
