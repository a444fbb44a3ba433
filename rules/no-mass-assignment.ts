import { createRule, massAssignments } from '#engine';

export const noMassAssignment = createRule<'wholeBody' | 'wholeBodyThrough', object>({
  name: 'no-mass-assignment',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow writing a whole request body to the database', category: 'security', preset: 'recommended' },
    messages: {
      wholeBody: '`{{ target }}` takes `{{ body }}` with every field that the client cares to send, a role or an owner among them. Name the fields that may be written, or parse it with a schema that strips the others.',
      wholeBodyThrough: '`{{ through }}` hands `{{ body }}` to `{{ target }}` with every field that the client cares to send, a role or an owner among them. Name the fields that may be written, or parse it with a schema that strips the others.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, body, target, through } of massAssignments(file)) yield { node, messageId: through === undefined ? 'wholeBody' : 'wholeBodyThrough', data: { body, target, through } };
  },
});
