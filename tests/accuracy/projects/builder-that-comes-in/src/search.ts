// why: a builder that comes in as one runs where it is awaited
import type { Knex } from 'knex';

export async function pages(builder: Knex.QueryBuilder, states: string[]) {
  const found = [];
  for (const state of states) {
    found.push(await builder.clone().where('state', state)); // expect: no-n-plus-one/queryInLoop
  }
  return found;
}
