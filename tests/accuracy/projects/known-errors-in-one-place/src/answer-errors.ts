// why: an error of the app's own family has a text that is meant to be read
import type { ErrorRequestHandler } from 'express';
import { ShopError } from './errors';

export const answerErrors: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  if (error instanceof ShopError) {
    res.status(error.status).json({ error: error.message });
    return;
  }
  console.error(req.method, req.path, error);
  res.status(500).json({ error: 'Something went wrong' });
};
