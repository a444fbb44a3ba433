// why: A helper that always answers is an answer; one that says whether it did is none
import { Router } from 'express';
import { isAllowed, refuse } from './replies';

export const router = Router();

router.get('/rooms', (req, res) => {
  if (!isAllowed(res)) return;
  res.json({ rooms: [] });
});

router.get('/rooms/closed', (req, res) => {
  if (!res.locals.admin) refuse(res, 'Admins only.'); // expect: no-double-response/missingReturn
  res.json({ rooms: [] });
});
