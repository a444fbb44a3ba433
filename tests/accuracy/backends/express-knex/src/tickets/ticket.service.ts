import { inject, injectable } from 'tsyringe';
import createError from 'http-errors';
import type { ITicketRepository } from './ticket.repository';

@injectable()
export class TicketService {
  constructor(@inject('ITicketRepository') private readonly tickets: ITicketRepository) {}

  list(limit: number, offset: number) {
    return this.tickets.list(limit, offset);
  }

  all() {
    return this.tickets.all();
  }

  async assignMany(ids: number[], assigneeId: number) {
    for (const id of ids) {
      const ticket = await this.tickets.byId(id); // expect: no-n-plus-one/queryInLoop
      if (!ticket) throw createError(404, `Ticket ${id} not found`);
      await this.tickets.assign(id, assigneeId); // expect: no-n-plus-one/writeInLoop
    }
  }

  async withComments(limit: number) {
    const tickets = await this.tickets.list(Math.min(limit, 50), 0);
    return Promise.all(tickets.map(async (t) => ({ ...t, comments: await this.tickets.comments(t.id) }))); // expect: no-n-plus-one/queryInLoop
  }
}
