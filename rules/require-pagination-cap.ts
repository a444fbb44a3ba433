import { createRule, queryLists, sizesFromRequest } from '#engine';

export interface Options {
  /** Report lists whose filter names a parent or owner too. */
  checkFiltered: boolean;
}

export const requirePaginationCap = createRule<'uncappedLimit' | 'unboundedList' | 'clamp', Options>({
  name: 'require-pagination-cap',
  meta: {
    type: 'problem',
    docs: { description: 'Require an upper bound on how many rows a client can ask for', category: 'performance', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      uncappedLimit: 'The client chooses `{{ value }}`, the size of `{{ query }}`, and nothing caps it: one request can read the whole table. Cap it, for example with `Math.min({{ value }}, {{ max }})`, or with a maximum in the schema.',
      unboundedList: '`{{ query }}` sends every row that matches to the client. Give it a size ({{ size }}) and a page.',
      clamp: 'Keep it between 1 and {{ max }}.',
    },
    schema: { checkFiltered: { type: 'boolean', description: 'Also report lists whose filter names a parent or owner, which usually keeps them small.' } },
  },
  defaultOptions: { checkFiltered: false },
  *check(file, options) {
    for (const { node, value, query, max, clamp } of sizesFromRequest(file)) {
      yield {
        node,
        messageId: 'uncappedLimit',
        data: { value, query, max },
        suggest: clamp ? [{ messageId: 'clamp', data: { max }, edits: [clamp] }] : [],
      };
    }
    for (const query of queryLists(file, options.checkFiltered)) {
      yield { node: query.node, messageId: 'unboundedList', data: { query: query.name, size: query.library.remedy?.size ?? 'a limit' } };
    }
  },
});
