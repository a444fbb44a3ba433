import { createRule, swallowedErrors } from '#engine';

export const noSwallowedError = createRule<'swallowedError', object>({
  name: 'no-swallowed-error',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow dropping caught errors without a word', category: 'quality', preset: 'recommended' },
    messages: {
      swallowedError: 'When `{{ tried }}` fails, nobody learns of it: its error ends here. Log it or throw it on; where it may be ignored, say why in a comment.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, tried } of swallowedErrors(file)) yield { node, messageId: 'swallowedError', data: { tried: tried.name } };
  },
});
