import { Router } from 'express';
import { countReaders, star, unstar } from './articles';

export const router = Router();

router.post('/articles/:id/star', async (req, res) => {
  const article = await star(Number(req.params.id));
  res.json({ article }); // expect: no-sensitive-data-in-response/sensitiveRow
});

router.delete('/articles/:id/star', async (req, res) => {
  res.json({ article: await unstar(Number(req.params.id)) });
});

router.get('/articles/:id/readers', async (req, res) => {
  res.json(await countReaders(Number(req.params.id)));
});
