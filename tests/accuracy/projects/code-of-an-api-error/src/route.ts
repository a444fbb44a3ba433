// why: an API error's code becomes its status, and its text the answer
import type { Request, Response, NextFunction } from 'express';
import { ShopApiError } from './shop-api-error';
import { addDomain } from './domains';

export async function create(req: Request, res: Response, next: NextFunction) {
  try {
    res.status(201).json(await addDomain(req.body.name));
  } catch (error: any) {
    next(new ShopApiError({ code: 'unprocessable_entity', message: error.message })); // expect: no-raw-error-response/errorMessage
  }
}
