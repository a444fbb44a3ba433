import { createRule, errorHandlerFaults } from '#engine';

const MESSAGES = { parameters: 'wrongParameters', early: 'registeredEarly', both: 'answersAndPasses' } as const;

export const validErrorMiddleware = createRule<'wrongParameters' | 'registeredEarly' | 'answersAndPasses' | 'addNext', object>({
  name: 'valid-error-middleware',
  meta: {
    type: 'problem',
    docs: { description: 'Require Express error handlers to take four parameters, to stand after the routes, and to answer once', category: 'quality', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      wrongParameters: '{{ name }} takes {{ taken }} parameters. Express knows an error handler by its {{ wanted }}, so this one is called with a request as `err`, and never with an error: take `(err, req, res, next)`, used or not.',
      registeredEarly: '{{ name }} is registered before `{{ text }}` (line {{ line }}), whose errors do not reach it: Express looks for an error handler behind the route. Register it after all routes.',
      answersAndPasses: 'The error is passed on after `{{ text }}` (line {{ line }}) has answered it: the next handler answers again, and that throws. Answer or pass on, not both.',
      addNext: 'Add the parameter `next`.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { at, kind, name, taken, wanted, text, line, added } of errorHandlerFaults(file)) {
      yield { node: at, messageId: MESSAGES[kind], data: { name, taken: String(taken), wanted: String(wanted), text, line }, ...(added && { suggest: [{ messageId: 'addNext', edits: added }] }) };
    }
  },
});
