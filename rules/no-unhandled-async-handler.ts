import { createRule, uncaughtPromises } from '#engine';

const MESSAGES = { awaited: 'uncaughtAwait', chain: 'uncaughtChain' } as const;

export const noUnhandledAsyncHandler = createRule<'uncaughtAwait' | 'uncaughtChain', object>({
  name: 'no-unhandled-async-handler',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow Express 4 handlers whose rejected promises nobody catches', category: 'quality', preset: 'recommended' },
    messages: {
      uncaughtAwait: 'If `{{ text }}` (line {{ line }}) fails, {{ name }} rejects, and {{ framework }} does not look at that: the request is never answered. Put a `try` around it and hand the error to `next`, wrap the handler, or use {{ later }}.',
      uncaughtChain: 'Nothing catches a failure of `{{ text }}` in {{ name }}: the request is never answered, and the process may end. Add `.catch(next)`.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, kind, ...data } of uncaughtPromises(file)) yield { node, messageId: MESSAGES[kind], data: { text: data.text, line: data.line, name: data.name, framework: data.framework, later: data.later } };
  },
});
