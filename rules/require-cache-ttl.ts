import { createRule, endlessWrites } from '#engine';

export const requireCacheTtl = createRule<'noExpiry', object>({
  name: 'require-cache-ttl',
  meta: {
    type: 'problem',
    docs: { description: 'Require an expiry on what is written to a shared cache', category: 'performance', preset: 'strict' },
    messages: {
      noExpiry: '`{{ method }}` keeps the entry under {{ key }} for ever: what is stale stays, and the cache grows until it is full. Give it an expiry: {{ remedy }}.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, method, key, remedy } of endlessWrites(file)) yield { node, messageId: 'noExpiry', data: { method, key: key.includes('`') ? key : `\`${key}\``, remedy } };
  },
});
