// why: what a call switches off in the function that it calls does not happen
import { Router } from 'express';
import { makeLink } from './make-link';

export const links = Router();

links.post('/links/quick', async (req, res) => {
  const { error, link } = await makeLink({ url: req.body.url, folder: req.body.folder, skipChecks: true });
  if (error) res.status(400).json({ error });
  else res.json({ link });
});

links.post('/links', async (req, res) => {
  const made = await makeLink({ url: req.body.url, folder: req.body.folder });
  if (made.error) res.status(400).json({ error: made.error }); // expect: no-raw-error-response/errorMessage
  else res.json({ link: made.link });
});
