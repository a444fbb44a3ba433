import { createRule, staleEntries } from '#engine';

export const requireCacheInvalidation = createRule<'stale', object>({
  name: 'require-cache-invalidation',
  meta: {
    type: 'problem',
    docs: { description: 'Require that whoever changes a row also removes its copy from the cache', category: 'quality', preset: 'strict' },
    messages: {
      stale: '{{ what }} changes what line {{ line }} keeps in the cache under {{ key }}, and nothing removes that entry: readers get the old row until it expires. Delete the key after the change.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, what, key, line } of staleEntries(file)) yield { node, messageId: 'stale', data: { what, key, line: String(line) } };
  },
});
