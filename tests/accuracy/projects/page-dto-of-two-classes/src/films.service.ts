import { Injectable } from '@nestjs/common';
import type { Knex } from 'knex';

@Injectable()
export class FilmsService {
  constructor(private readonly db: Knex) {}

  list(limit: number, sort = 'title') {
    return this.db('films').select('title', 'year').orderBy(sort).limit(limit);
  }
}
