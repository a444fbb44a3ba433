// why: the rows of one named parent are few
import { Router } from 'express';
import { listed } from './store';

export const router = Router();

router.get('/features', async (req, res) => {
  res.json(await listed(String(req.query.by)));
});
