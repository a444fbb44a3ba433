import { createRule, describeLeak, leaks } from '#engine';

const MESSAGES = { object: 'rawErrorObject', stack: 'errorStack', message: 'errorMessage' } as const;

export const noRawErrorResponse = createRule<'rawErrorObject' | 'errorStack' | 'errorMessage' | 'passToNext', object>({
  name: 'no-raw-error-response',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow sending caught errors to the client', category: 'security', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      rawErrorObject: 'The caught error `{{ error }}` goes to the client{{ via }}: it can hold queries, paths and driver details. Log it, and send a fixed text and a code.',
      errorStack: 'The stack of `{{ error }}` goes to the client{{ via }}: it shows paths and internals. Log it, and send a fixed text and a code.',
      errorMessage: 'The text of the caught error `{{ error }}` goes to the client{{ via }}: it was written for developers, and can name queries, hosts and files. Log it, and send a fixed text and a code.',
      passToNext: 'Pass the error on with `{{ next }}({{ error }})`, so that one error handler shapes the answer.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const leak of leaks(file)) {
      yield {
        node: leak.node,
        messageId: MESSAGES[leak.kind],
        data: { error: leak.error, via: describeLeak(file, leak) },
        evidence: [{ node: leak.source, says: `\`${leak.error}\` is caught` }, { node: leak.response.node, says: 'goes to the client' }],
        ...(leak.passOn && { suggest: [{ messageId: 'passToNext', data: { error: leak.error, next: leak.passOn.next }, edits: [leak.passOn.edit] }] }),
      };
    }
  },
});
