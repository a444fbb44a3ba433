import { all, defineLibrary } from '../vocabulary.js';

/** What stands beside the text in `format` is escaped, the text itself is not. */
const members = { ...all(['escape', 'escapeId'], { harmless: 'a fragment', escapes: true }), format: { harmless: 'a fragment', passes: [[0]] } } as const;

export const sqlstring = defineLibrary({
  name: 'sqlstring',
  kind: 'utility',
  packages: ['sqlstring'],
  versions: '2',
  exports: { default: { type: 'SqlString' }, ...members },
  types: { SqlString: { members } },
});

const pgMembers = { ...all(['ident', 'literal', 'string'], { harmless: 'a fragment', escapes: true }), withArray: { harmless: 'a fragment', passes: [[0]] } } as const;

export const pgFormat = defineLibrary({
  name: 'pg-format',
  kind: 'utility',
  packages: ['pg-format'],
  versions: '1',
  exports: { default: { type: 'PgFormat' }, ...pgMembers },
  types: { PgFormat: { call: { harmless: 'a fragment', passes: [[0]] }, members: pgMembers } },
});
