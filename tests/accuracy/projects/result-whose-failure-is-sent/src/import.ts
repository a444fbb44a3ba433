// why: the message of a result that failed is the error's, under whichever name it is sent
import { Router } from 'express';
import { loadFeed } from './feed';

export const imports = Router();

imports.post('/imports', async (req, res) => {
  const result = await loadFeed(req.body.feed);
  if (!result.ok) {
    res.status(502).json({ message: result.message }); // expect: no-raw-error-response/errorMessage
    return;
  }
  res.json({ message: result.message });
});
