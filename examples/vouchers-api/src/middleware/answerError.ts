import type { NextFunction, Request, Response } from 'express';
import { logger } from '../clients';

export function answerError(error: Error, req: Request, res: Response, next: NextFunction) {
  logger.error({ error, path: req.path }, 'request failed');
  if (res.headersSent) return next(error);
  res.status(500).json({ error: 'Something went wrong.' });
}
