import { createRule, statementsOutside } from '#engine';

export const noOuterClientInTransaction = createRule<'outerClient' | 'outerHelper' | 'useHandle', object>({
  name: 'no-outer-client-in-transaction',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow statements that run beside the transaction in which they stand', category: 'quality', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      outerClient: '{{ what }} does not run in {{ around }}: it is not rolled back with it, does not see what it wrote, and takes a second connection. Instead, {{ remedy }}.',
      outerHelper: '{{ what }} does not run in {{ around }}: it is not rolled back with it, does not see what it wrote, and takes a second connection. Instead, {{ remedy }}.',
      useHandle: 'Run it on `{{ handle }}`.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, helper, what, around, remedy, evidence, repair } of statementsOutside(file)) {
      yield {
        node,
        messageId: helper === undefined ? 'outerClient' : 'outerHelper',
        data: { what, around, remedy },
        evidence,
        ...(repair && { suggest: [{ messageId: 'useHandle', data: { handle: repair.handle }, edits: [repair.edit] }] }),
      };
    }
  },
});
