import type { Response } from 'express';

export function refuse(res: Response, text: string) {
  res.status(403).json({ error: text });
}

/** Says whether the request may go on, and answers it where it may not. */
export function isAllowed(res: Response): boolean {
  if (res.locals.member) return true;
  refuse(res, 'Members only.');
  return false;
}
