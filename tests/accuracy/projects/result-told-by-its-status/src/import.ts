// why: a result whose status says that it failed has left before the message of the others is sent
import { Router } from 'express';
import { loadFeed } from './feed';

export const imports = Router();

imports.post('/imports', async (req, res) => {
  const { status, message } = await loadFeed(req.body.feed);
  if (status === 'failed') {
    res.status(502).json({ message: 'The feed could not be read.' });
    return;
  }
  res.json({ message });
});
