// why: the function behind a loader reads all that is asked for at once
import DataLoader from 'dataloader';
import type { Knex } from 'knex';

export const makeLoaders = (db: Knex) => ({
  tagsByNote: new DataLoader<string, { note_id: string; name: string }[]>(async (noteIds) => {
    const rows = await db('note_tags').select('note_id', 'name').whereIn('note_id', [...noteIds]);
    return noteIds.map((id) => rows.filter((row) => row.note_id === id));
  }),
});
