// why: a batch that is worked off one by one batches nothing
import DataLoader from 'dataloader';
import type { Knex } from 'knex';

export const makeLoaders = (db: Knex) => ({
  tagsByNote: new DataLoader<string, { name: string }[]>((noteIds) =>
    Promise.all(noteIds.map((id) => db('note_tags').select('name').where('note_id', id))), // expect: no-n-plus-one/queryInLoop
  ),
});
