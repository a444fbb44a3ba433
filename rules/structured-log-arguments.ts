import { createRule, logFaults } from '#engine';

const MESSAGES = { dropped: 'lostValue', printed: 'printedValue', built: 'builtText' } as const;

export const structuredLogArguments = createRule<'lostValue' | 'printedValue' | 'builtText' | 'swap', { checkInterpolation: boolean }>({
  name: 'structured-log-arguments',
  meta: {
    type: 'problem',
    docs: { description: 'Require structured loggers to be given the values of a line as fields', category: 'quality', preset: 'recommended', strictOptions: { checkInterpolation: true } },
    hasSuggestions: true,
    messages: {
      lostValue: '`{{ call }}` leaves {{ values }} out of the line: after a text this logger takes only what the text has a token for (`%s`). Put the fields first: `{{ better }}`.',
      printedValue: '`{{ call }}` prints {{ values }} into the text, where no search finds its fields. Put the fields first: `{{ better }}`.',
      builtText: 'The text of `{{ call }}` is put together from {{ values }}, so every line has another text and none has the field. Keep the text fixed and log the value as a field: `{{ better }}`.',
      swap: 'Put the value before the text: `{{ better }}`.',
    },
    schema: {
      checkInterpolation: { type: 'boolean', description: 'Report a text that is put together from values, too.' },
    },
  },
  defaultOptions: { checkInterpolation: false },
  *check(file, options) {
    for (const { node, kind, log, named, better, swap } of logFaults(file, options.checkInterpolation)) {
      yield { node, messageId: MESSAGES[kind], data: { call: log.name, values: named, better }, ...(swap && { suggest: [{ messageId: 'swap', data: { better }, edits: swap }] }) };
    }
  },
});
