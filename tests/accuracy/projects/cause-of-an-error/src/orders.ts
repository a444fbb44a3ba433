// why: the cause of an error stays with the server, among other options too
import type { Request, Response, NextFunction } from 'express';
import { ApiError } from './api-error';
import { prisma } from './db';

export async function show(req: Request, res: Response, next: NextFunction) {
  try {
    res.json(await load(req.params.id));
  } catch (error) {
    next(new ApiError(500, 'The order could not be read', { cause: error, retry: true }));
  }
}

const load = (id: string) => prisma.order.findUnique({ where: { id } });
