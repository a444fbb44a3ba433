// why: roles come with the app, and nobody pages through them
import { Router } from 'express';
import { roles } from './store';

export const router = Router();

router.get('/roles', async (req, res) => {
  res.json(await roles());
});
