import type { NextFunction, Request, Response } from 'express';
import { used } from './usage';

export const quota = (most: number) => async (req: Request, res: Response, next: NextFunction) => { // expect: no-unhandled-async-handler/uncaughtAwait
  if ((await used(req.ip)) > most) return res.sendStatus(429);
  return next();
};

export const gentle = (most: number) => async (req: Request, res: Response, next: NextFunction) => {
  try {
    if ((await used(req.ip)) > most) return res.sendStatus(429);
    return next();
  } catch (err) {
    return next(err);
  }
};
