import type { Response } from 'express';

export function answer(res: Response, text: string, status = 200): void {
  console.info(text);
  res.status(status).json({ text });
}
