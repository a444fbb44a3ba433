import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { config } from './config';

/** What a signed-in member shows with every request. */
export function issueToken(memberId: number): string {
  return jwt.sign({ memberId }, config.tokenSecret, { expiresIn: '1h' });
}

export function requireMember(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.replace('Bearer ', '');
  if (!token) {
    return res.status(401).json({ error: 'Sign in first.' });
  }
  try {
    const claims = jwt.verify(token, config.tokenSecret, { algorithms: ['HS256'] }) as { memberId: number };
    res.locals.memberId = claims.memberId;
  } catch {
    return res.status(401).json({ error: 'Sign in again.' });
  }
  next();
}
