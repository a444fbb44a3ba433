import { EntityRepository } from '@mikro-orm/postgresql';
import type { ShelfId } from './shelf-id';
import { Shelf } from './shelf';

export class ShelfRepository {
  constructor(private readonly rows: EntityRepository<Shelf>) {}

  async withLabel(id: ShelfId) {
    return this.rows.findOne({ id });
  }
}
