// why: a code that was taken out of the error tells in a switch which error it is
import { Router } from 'express';
import { castVote } from './cast';

export const votes = Router();

votes.post('/votes', async (req, res) => {
  try {
    res.status(201).json(await castVote(req.body.option));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    switch (code) {
      case 'CLOSED':
        res.status(409).json({ message });
        break;
      default:
        res.status(500).json({ message: 'The vote was not counted.' });
    }
  }
});
