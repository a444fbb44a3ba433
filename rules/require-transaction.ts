import { createRule, unprotectedWrites } from '#engine';

export const requireTransaction = createRule<'twoModels' | 'replaced' | 'moved', object>({
  name: 'require-transaction',
  meta: {
    type: 'problem',
    docs: { description: 'Require a transaction around writes that belong together', category: 'quality', preset: 'strict' },
    messages: {
      twoModels: '{{ what }} follows {{ before }}, which writes other rows, and no transaction holds both{{ when }}: where the second fails, the first stays. Instead, {{ remedy }}.',
      replaced: '{{ what }} writes anew what {{ before }} deleted, and no transaction holds both{{ when }}: where the second fails, the rows are gone. Instead, {{ remedy }}.',
      moved: '{{ what }} gives what {{ before }} took, or takes what it gave, and no transaction holds both{{ when }}: where the second fails, the sum is wrong. Instead, {{ remedy }}.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { kind, second, what, before, when, remedy, evidence } of unprotectedWrites(file)) yield { node: second.node, messageId: kind, data: { what, before, when, remedy }, evidence };
  },
});
