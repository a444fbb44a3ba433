import { createRule, guardFaults } from '#engine';

export const authenticateBeforeAuthorize = createRule<'before' | 'without' | 'afterHandler' | 'swap', object>({
  name: 'authenticate-before-authorize',
  meta: {
    type: 'problem',
    docs: { description: 'Require authentication to run before guards that ask for a role, and both before the handler', category: 'security', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      before: 'Here {{ guard }} asks for the role of the user before {{ other }} has found out who that is: it refuses everybody, or lets in whoever the code takes for nobody. Put {{ other }} before it.',
      without: 'Here {{ guard }} asks for the role of the user, and nothing on the way to the handler finds out who that is: it refuses everybody, or lets in whoever the code takes for nobody. Put authentication before it.',
      afterHandler: 'Here {{ guard }} stands behind {{ other }}, which answers and never passes on: it never runs. Put it before the handler.',
      swap: 'Put {{ first }} before {{ second }}.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, kind, guard, otherName, edits } of guardFaults(file)) {
      const [first, second] = kind === 'afterHandler' ? [guard, otherName] : [otherName, guard];
      yield { node, messageId: kind, data: { guard, other: otherName }, ...(edits && { suggest: [{ messageId: 'swap' as const, data: { first: String(first), second: String(second) }, edits }] }) };
    }
  },
});
