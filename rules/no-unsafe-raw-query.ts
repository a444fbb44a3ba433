import { createRule, injections, operatorFilters } from '#engine';

export interface Options {
  /** Report uncast values in a Mongo filter too. */
  checkFilters: boolean;
}

const MESSAGES = { value: 'unsafeValue', name: 'unsafeName', statement: 'clientStatement' } as const;
/** What to do where the library's own way is not known. */
const BIND = 'hand it over as a parameter of the query';

export const noUnsafeRawQuery = createRule<'unsafeValue' | 'unsafeName' | 'clientStatement' | 'filterValue' | 'clientFilter', Options>({
  name: 'no-unsafe-raw-query',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow values of the client in the text of queries', category: 'security', preset: 'recommended', strictOptions: { checkFilters: true } },
    messages: {
      unsafeValue: '`{{ value }}` comes from the client and becomes a part of the {{ language }} that `{{ target }}` runs, so it can change what the query does. Instead, {{ bind }}.',
      unsafeName: '`{{ value }}` comes from the client and becomes a part of the {{ language }} that `{{ target }}` runs, where a name or a piece of SQL stands and nothing can be bound. Pick it from a fixed list of what is allowed.',
      clientStatement: '`{{ value }}` comes from the client, and `{{ target }}` runs it as {{ language }}. Write the statement here, and let the client choose values only.',
      filterValue: '`{{ value }}` may come as an object with operators (`{ "$ne": null }`), which `{{ query }}` would obey. Make it a text with `String(…)`, wrap it in `{ $eq: … }`, or validate it first.',
      clientFilter: '`{{ value }}` comes from the client and is the whole filter of `{{ query }}`, operators and `$where` included. Build the filter here, out of the fields that may be asked for.',
    },
    schema: { checkFilters: { type: 'boolean', description: 'Also report values of the client that stand uncast in a Mongo filter, where they may be operators.' } },
  },
  defaultOptions: { checkFilters: false },
  *check(file, options) {
    const found = injections(file);
    for (const { kind, node, value, text } of found) {
      yield { node, messageId: MESSAGES[kind], data: { value, target: text.target, language: text.language, bind: text.bind ?? BIND } };
    }
    if (!options.checkFilters) return;
    const filters = operatorFilters(file).filter((filter) => !found.some(({ node }) => node === filter.node));
    for (const { node, value, query, whole } of filters) yield { node, messageId: whole ? 'clientFilter' : 'filterValue', data: { value, query } };
  },
});
