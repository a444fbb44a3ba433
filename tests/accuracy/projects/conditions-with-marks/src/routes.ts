import { Router } from 'express';
import { search } from './search';

export const router = Router();

router.get('/items', async (req, res) => {
  res.json(await search(req.query as Record<string, string>));
});
