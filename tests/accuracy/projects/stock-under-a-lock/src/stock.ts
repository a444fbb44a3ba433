import type { Knex } from 'knex';

export function lockItem(trx: Knex.Transaction, id: number) {
  return trx('items').where({ id }).forUpdate().first();
}

export function readItem(trx: Knex.Transaction, id: number) {
  return trx('items').where({ id }).first();
}
