// why: a result whose status says that it failed has left before the message of the others is handed to the helper that sends it
import { Router } from 'express';
import { answer } from './answer';
import { loadFeed } from './feed';

export const imports = Router();

imports.post('/imports', async (req, res) => {
  const { status, message } = await loadFeed(req.body.feed);
  if (status === 'failed') {
    answer(res, message, 502); // expect: no-raw-error-response/errorMessage
    return;
  }
  answer(res, message);
});
