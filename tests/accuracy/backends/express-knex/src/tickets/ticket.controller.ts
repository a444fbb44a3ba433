import type { NextFunction, Request, Response } from 'express';
import createError from 'http-errors';
import { container } from 'tsyringe';
import { database } from '../database';
import { TicketService } from './ticket.service';

export class TicketController {
  async index(req: Request, res: Response): Promise<Response> { // expect: no-unhandled-async-handler/uncaughtAwait
    const service = container.resolve(TicketService);
    const { limit = '20', offset = '0' } = req.query as Record<string, string>;
    return res.json(await service.list(Number(limit), Number(offset))); // expect: require-pagination-cap/uncappedLimit
  }

  async all(req: Request, res: Response): Promise<Response> { // expect: no-unhandled-async-handler/uncaughtAwait
    const service = container.resolve(TicketService);
    return res.json(await service.all());
  }

  async comments(req: Request, res: Response, next: NextFunction) {
    try {
      const service = container.resolve(TicketService);
      res.json(await service.withComments(Number(req.query.limit) || 20));
    } catch (err) {
      next(createError(500, (err as Error).message)); // expect: no-raw-error-response/errorMessage
    }
  }

  async assign(req: Request, res: Response, next: NextFunction) {
    try {
      await container.resolve(TicketService).assignMany(req.body.ids, req.body.assigneeId);
      res.sendStatus(204);
    } catch (err) {
      next(err);
    }
  }

  async close(req: Request, res: Response) { // expect: no-unhandled-async-handler/uncaughtAwait
    await database('tickets').where({ id: req.params.id }).update({ closed: true }); // expect: no-db-in-controller/queryInController
    res.sendStatus(204);
  }
}
