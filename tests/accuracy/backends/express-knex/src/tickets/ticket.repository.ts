import { inject, injectable } from 'tsyringe';
import type { Knex } from 'knex';

export interface Ticket {
  id: number;
  subject: string;
  assigneeId: number;
}

export interface ITicketRepository {
  list(limit: number, offset: number): Promise<Ticket[]>;
  all(): Promise<Ticket[]>;
  byId(id: number): Promise<Ticket | undefined>;
  assign(id: number, assigneeId: number): Promise<void>;
  comments(id: number): Promise<unknown[]>;
}

@injectable()
export class TicketRepository implements ITicketRepository {
  constructor(@inject('Knex') private readonly db: Knex) {}

  private get table() {
    return this.db<Ticket>('tickets');
  }

  async list(limit: number, offset: number) {
    return this.table.select('*').limit(limit).offset(offset);
  }

  async all() {
    return this.table.select('id', 'subject').orderBy('id'); // expect: require-pagination-cap/unboundedList
  }

  async byId(id: number) {
    return this.table.where({ id }).first();
  }

  async assign(id: number, assigneeId: number) {
    await this.table.where({ id }).update({ assigneeId });
  }

  async comments(id: number) {
    return this.db('comments').where('ticket_id', id);
  }
}
