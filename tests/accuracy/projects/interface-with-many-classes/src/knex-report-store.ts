import type { Knex } from 'knex';
import type { ReportStore } from './report-store';

export class KnexReportStore implements ReportStore {
  constructor(private readonly db: Knex) {}

  async find(id: string) {
    return this.db('reports').where({ id }).first();
  }
}
