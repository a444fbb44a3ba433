import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { config } from './config';

/** What a signed-in member shows with every request. */
export function issueToken(memberId: number): string {
  return jwt.sign({ memberId }, config.tokenSecret);
}

export function requireMember(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.replace('Bearer ', '');
  if (!token) {
    return res.status(401).json({ error: 'Sign in first.' });
  }
  const claims = jwt.decode(token) as { memberId: number };
  res.locals.memberId = claims.memberId;
  next();
}
