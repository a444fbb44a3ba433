import { Router } from 'express';
import { CHECKS, LOOKUPS } from './checks';

export const router = Router();

router.post('/labels', (req, res) => {
  const field = CHECKS[req.body.field as keyof typeof CHECKS];
  try {
    field.check(req.body.value);
  } catch (error) {
    return res.status(400).json({ error: error.message });
  }
  res.status(204).end();
});

router.post('/lookups', async (req, res) => {
  const field = LOOKUPS[req.body.field as keyof typeof LOOKUPS];
  try {
    await field.check(req.body.value);
  } catch (error) {
    return res.status(400).json({ error: error.message }); // expect: no-raw-error-response/errorMessage
  }
  res.status(204).end();
});
