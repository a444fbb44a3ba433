// why: a default case knows no more than that the error is none of those before it
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
        res.status(409).json({ message: 'The vote is closed.' });
        break;
      default:
        res.status(500).json({ message }); // expect: no-raw-error-response/errorMessage
    }
  }
});
