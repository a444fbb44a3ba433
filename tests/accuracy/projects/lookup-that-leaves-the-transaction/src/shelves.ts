// why: a method that may be handed a transaction looks its row up beside it
import type { Knex } from 'knex';

export function createShelves(knex: Knex) {
  return {
    find(id: number, trx?: Knex) {
      return (trx ?? knex)('shelves').where({ id }).first();
    },

    async rename(id: number, name: string, trx?: Knex) {
      await (trx ?? knex)('shelves').where({ id }).update({ name });
      return this.find(id); // expect: no-outer-client-in-transaction/outerHelper
    },

    async label(id: number, label: string, trx?: Knex) {
      await (trx ?? knex)('shelves').where({ id }).update({ label });
      return this.find(id, trx);
    },
  };
}
