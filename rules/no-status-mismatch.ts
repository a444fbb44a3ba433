import { createRule, describeStatus, statusMismatches } from '#engine';

const MESSAGES = { failure: 'failureAsSuccess', success: 'successAsFailure', body: 'bodyWithoutContent' } as const;

export const noStatusMismatch = createRule<(typeof MESSAGES)[keyof typeof MESSAGES] | 'sendStatus', object>({
  name: 'no-status-mismatch',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow answers whose status says something else than their body', category: 'quality', preset: 'strict' },
    hasSuggestions: true,
    messages: {
      failureAsSuccess: 'This answer says that the request failed (`{{ says }}`), and goes out {{ how }}: clients, proxies and monitoring that look at the status take it for a success. Send a status that fits, such as {{ fitting }}.',
      successAsFailure: 'This answer says that the request went well (`{{ says }}`), and goes out {{ how }}: clients that look at the status take it for a failure. Send a status of the 2xx.',
      bodyWithoutContent: 'An answer with {{ status }} has no body: what stands here never reaches the client. Send another status, or no body.',
      sendStatus: 'Send {{ status }}.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const mismatch of statusMismatches(file)) {
      const { node, kind, outcome, status, repair } = mismatch;
      yield {
        node,
        messageId: MESSAGES[kind],
        data: { says: outcome?.text ?? 'an error', how: describeStatus(mismatch), fitting: String(outcome?.fitting ?? 400), status: String(status) },
        ...(repair && { suggest: [{ messageId: 'sendStatus', data: { status: String(repair.status) }, edits: [repair.edit] }] }),
      };
    }
  },
});
