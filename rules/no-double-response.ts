import { createRule, describeAnswer, doubleAnswers, linesOf, nameOfAnswer, returnEdit } from '#engine';

export const noDoubleResponse = createRule<'missingReturn' | 'answeredBefore' | 'answeredInCallback' | 'addReturn', object>({
  name: 'no-double-response',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow answering a request twice', category: 'quality', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      missingReturn: '`{{ first }}` answers the request, and control goes on to {{ second }}, which answers it once more: the client has its answer, and the second one fails. Return after the first.',
      answeredBefore: '`{{ name }}` answers a request that has its answer already on the paths from lines {{ lines }}. Return there.',
      answeredInCallback: '`{{ first }}` answers in a callback, and {{ second }} in the function around it answers once more. Wait for the callback, and let one of the two answer.',
      addReturn: 'Return here.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { firsts, second, inCallback } of doubleAnswers(file)) {
      const [first] = firsts;
      if (!first) continue;
      if (firsts.length > 1 && 'how' in second) {
        yield { node: second.node, messageId: 'answeredBefore', data: { name: nameOfAnswer(second), lines: linesOf(firsts) } };
        continue;
      }
      const edit = inCallback ? undefined : returnEdit(first);
      yield {
        node: first.node,
        messageId: inCallback ? 'answeredInCallback' : 'missingReturn',
        data: { first: nameOfAnswer(first), second: describeAnswer(second) },
        ...(edit && { suggest: [{ messageId: 'addReturn', edits: [edit] }] }),
      };
    }
  },
});
