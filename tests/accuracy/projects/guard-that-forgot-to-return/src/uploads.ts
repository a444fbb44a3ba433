// why: A guard passes an error on, and control goes on to what answers the valid request
import type { NextFunction, Request, Response } from 'express';
import { parseInvoice } from './invoices';

export async function checkInvoice({ body }: Request, res: Response, next: NextFunction) {
  if (body.kind === 'invoice') {
    try {
      await parseInvoice(body.text);
      res.status(410);
      next(new Error('Invoices are no longer taken here.'));
    } catch {
      res.status(400);
      next(new Error('This is no invoice.'));
    }
  }
  next(); // expect: no-double-response/answeredBefore
}

export function checkSize({ body }: Request, res: Response, next: NextFunction) {
  if (body.text.length > 10_000) {
    next(new Error('This is too long.')); // expect: no-double-response/missingReturn
  }
  res.status(204).end();
}
