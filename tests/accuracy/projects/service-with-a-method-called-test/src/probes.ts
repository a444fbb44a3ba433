// why: a method that is called like one of a pattern may still throw anything
import { Router } from 'express';
import { Probe } from './probe';

const probe = new Probe();
export const probes = Router();

probes.post('/probes', async (req, res) => {
  const { address } = req.body;
  try {
    const found = await probe.test(address);
    if (!found) throw new Error(`Nothing answers at ${address}.`);
    res.json({ found });
  } catch (error) {
    res.status(400).json({ error: error instanceof Error ? error.message : 'Failed.' }); // expect: no-raw-error-response/errorMessage
  }
});
