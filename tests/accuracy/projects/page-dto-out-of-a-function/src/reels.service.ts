import { Injectable } from '@nestjs/common';
import type { Knex } from 'knex';

@Injectable()
export class ReelsService {
  constructor(private readonly db: Knex) {}

  list(limit: number) {
    return this.db('reels').select('title').limit(limit);
  }
}
