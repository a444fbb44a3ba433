// why: what an inner try throws ends in its own catch
import type { Request, Response } from 'express';

export function probe(req: Request, res: Response) {
  try {
    assertPublic(String(req.query.url));
    res.status(202).end();
  } catch (error) {
    res.status(400).json({ error: (error as Error).message });
  }
}

function assertPublic(text: string) {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error('Invalid URL');
  }
  if (url.hostname === 'localhost') throw new Error('Not a public host');
}
