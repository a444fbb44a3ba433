import { createRule, earlyEffects } from '#engine';

export const noSideEffectInTransaction = createRule<'sideEffect', object>({
  name: 'no-side-effect-in-transaction',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow mail, requests, jobs, events and stored files before a transaction is committed', category: 'quality', preset: 'strict' },
    messages: {
      sideEffect: '{{ what }} {{ does }} in {{ around }}: no rollback takes that back, and the rows stay locked meanwhile. Instead, {{ remedy }}, or write it down in a row that a job works off.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, what, does, around, remedy, evidence } of earlyEffects(file)) yield { node, messageId: 'sideEffect', data: { what, does, around, remedy }, evidence };
  },
});
