import { Router } from 'express';
import { sales } from './reports';

export const router = Router();

router.get('/sales', async (req, res) => {
  const direction = req.query.direction === 'desc' ? 'DESC' : 'ASC';
  res.json(await sales(String(req.query.order), direction));
});
