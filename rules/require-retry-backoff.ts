import { backoffFaults, createRule, describeHopeless } from '#engine';

export const requireRetryBackoff = createRule<'noDelay' | 'constantDelay' | 'unbounded' | 'hopeless' | 'growDelay', object>({
  name: 'require-retry-backoff',
  meta: {
    type: 'problem',
    docs: { description: 'Require a growing delay and an end where work is tried again', category: 'quality', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      noDelay: '`{{ what }}` is tried again at once where it has failed: what is down gets as many more requests as there are attempts, and has no time to come back. Wait before the next attempt, longer each time, with some chance in it.',
      constantDelay: '`{{ what }}` is tried again after the same time each time (`{{ delay }}`): all clients that failed together come back together, as often as before. Let the time grow, for example `{{ delay }} * 2 ** attempt`, with some chance in it.',
      unbounded: '`{{ what }}` is tried again for as long as it fails: whoever waits for it waits for ever. Give up after some attempts, or after some time.',
      hopeless: '`{{ what }}` is tried again after {{ why }}, which the next attempt meets as well. Try again only what may pass: lost connections, timeouts, 429 and 5xx.',
      growDelay: 'Double the time with each attempt.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, kind, what, time, hopeless, edit } of backoffFaults(file)) {
      yield {
        node,
        messageId: kind,
        data: { what, delay: time, ...(hopeless && { why: describeHopeless(hopeless) }) },
        ...(edit && { suggest: [{ messageId: 'growDelay', edits: [edit] }] }),
      };
    }
  },
});
