import { createRule, describeLimiter, unlimitedRoutes } from '#engine';

export const requireRateLimit = createRule<'login' | 'registration' | 'passwordReset' | 'oneTimeCode', object>({
  name: 'require-rate-limit',
  meta: {
    type: 'problem',
    docs: { description: 'Require a rate limiter before routes that take credentials', category: 'security', preset: 'strict' },
    messages: {
      login: '`{{ route }}` checks a login as often as anybody asks: passwords can be tried without end. Put a limiter before it: {{ limiter }}.',
      registration: '`{{ route }}` makes accounts as often as anybody asks: a script can fill the database and try which addresses are known. Put a limiter before it: {{ limiter }}.',
      passwordReset: '`{{ route }}` resets passwords as often as anybody asks: it can be used to flood a mailbox or to guess a token. Put a limiter before it: {{ limiter }}.',
      oneTimeCode: '`{{ route }}` sends or checks a one-time code as often as anybody asks: a short code is guessed in minutes. Put a limiter before it: {{ limiter }}.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const route of unlimitedRoutes(file)) {
      const method = route.method === '*' ? 'ALL' : route.method.toUpperCase();
      yield { node: route.node, messageId: route.kind, data: { route: `${method} ${route.path.replaceAll('?', '…')}`, limiter: describeLimiter(route) } };
    }
  },
});
