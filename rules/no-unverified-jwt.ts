import { createRule, nameOfTokenCall, type Unverified, unverifiedTokens } from '#engine';

const MESSAGES = {
  expired: 'ignoredExpiry',
  none: 'noneAlgorithm',
  noKey: 'noKey',
  unchecked: 'unchecked',
  algorithmOfToken: 'algorithmFromToken',
  keyOfToken: 'keyFromToken',
  decoded: 'decodedOnly',
} as const satisfies Record<Unverified['kind'], string>;

export const noUnverifiedJwt = createRule<(typeof MESSAGES)[keyof typeof MESSAGES], object>({
  name: 'no-unverified-jwt',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow trusting tokens whose signature or expiry is not checked', category: 'security', preset: 'recommended' },
    messages: {
      ignoredExpiry: '`{{ call }}` lets expired tokens pass: a stolen one is good for ever. Leave the option out, or check `exp` yourself.',
      noneAlgorithm: '`{{ call }}` takes tokens that are signed with `none`, which everybody can write. Name the algorithm that your tokens are signed with.',
      noKey: '`{{ call }}` is given no key, so it cannot check who signed the token. Give it the key that your tokens are signed with.',
      unchecked: '`{{ call }}` is told not to check the signature, so everybody can write such a token. Leave this argument out.',
      algorithmFromToken: '`{{ call }}` takes the algorithm from the token that it checks: whoever writes the token chooses how it is checked. Name the algorithm.',
      keyFromToken: '`{{ call }}` takes the key from the token that it checks: whoever writes the token brings the key along. Use a key that you know.',
      decodedOnly: '`{{ call }}` checks no signature, and the claims become the user of the request: everybody can write such a token. Verify it with the key.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { kind, node, token } of unverifiedTokens(file)) yield { node, messageId: MESSAGES[kind], data: { call: nameOfTokenCall(token) } };
  },
});
