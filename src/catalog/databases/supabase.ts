import { all, defineLibrary } from '../vocabulary.js';

const filters = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'ilike', 'is', 'in', 'contains', 'containedBy', 'overlaps', 'textSearch', 'not', 'filter'] as const;

export const supabase = defineLibrary({
  name: 'Supabase',
  kind: 'database',
  packages: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/auth-helpers-nextjs'],
  versions: '1 to 2',
  exports: {
    ...all(['createClient', 'createServerClient', 'createBrowserClient', 'createRouteHandlerClient', 'createServerComponentClient', 'createServerActionClient'], { returns: 'Supabase' }),
    SupabaseClient: { type: 'SupabaseClass' },
  },
  types: {
    SupabaseClass: { extends: 'Supabase', construct: { returns: 'Supabase' } },
    Supabase: {
      client: 'client',
      members: {
        from: { returns: 'Table', names: [0] },
        schema: { returns: 'this' },
        rpc: { returns: 'Query', query: { access: 'read', rows: 'many' } },
        ...all(['auth', 'storage', 'functions', 'realtime'], { type: 'unknown' }),
        ...all(['channel', 'removeChannel', 'removeAllChannels', 'getChannels'], { harmless: 'realtime' }),
      },
    },
    Table: {
      client: 'model',
      members: {
        select: { returns: 'Query', query: { access: 'read', rows: 'many' } },
        ...all(['insert', 'upsert'], { returns: 'Query', query: { access: 'write', rows: 'value', data: [[0]], bulk: true } }),
        update: { returns: 'Query', query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        delete: { returns: 'Query', query: { access: 'write', rows: 'value', bulk: true } },
      },
    },
    Query: {
      lazy: 'await',
      members: {
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        ...all(filters, { returns: 'this', step: { filter: [[1]] } }),
        ...all(['match', 'or'], { returns: 'this', step: { filter: [[0]] } }),
        limit: { returns: 'this', step: { size: [[0]] } },
        // From the first row to the last.
        range: { returns: 'this', step: { size: [[1]] } },
        ...all(['single', 'maybeSingle'], { returns: 'this', step: { rows: 'one' } }),
        ...all(['select', 'order', 'abortSignal', 'returns', 'overrideTypes', 'throwOnError', 'csv', 'geojson', 'setHeader', 'rollback', 'maxAffected'], { returns: 'this' }),
        explain: { harmless: 'metadata' },
      },
    },
  },
  remedy: {
    read: "select the related rows in the same `select('*, items(*)')`, or fetch all rows at once with `.in('id', ids)`",
    write: "hand an array to `insert` or `upsert`, or use one `update` or `delete` with `.in('id', ids)`",
    size: '`.limit()` or `.range()`',
    change: 'a function of the database, called with `rpc`',
  },
  resultError: 'error',
  driverErrors: ['PostgrestError'],
});
