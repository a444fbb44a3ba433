import { Router } from 'express';
import { demandOutside } from './addresses';

export const hooks = Router();

hooks.post('/hooks', (req, res) => {
  try {
    demandOutside(req.body.url);
  } catch (error) {
    return res.status(400).json({ error: error.message });
  }
  res.status(202).end();
});
