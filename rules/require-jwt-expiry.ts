import { createRule, describeSeconds, expiryFaults, remedyFor, signerOf } from '#engine';

export interface Options {
  /** The longest that an access token may live, in hours. */
  maxHours: number;
  /** Report tokens that live longer, though no refresh token stands beside them, too. */
  loneTokens: boolean;
}

export const requireJwtExpiry = createRule<'noExpiry' | 'longLived' | 'longLivedAlone', Options>({
  name: 'require-jwt-expiry',
  meta: {
    type: 'problem',
    docs: { description: 'Require an expiry for every signed token, and a near one for access tokens', category: 'security', preset: 'recommended', strictOptions: { loneTokens: true } },
    messages: {
      noExpiry: 'Tokens that `{{ signer }}` makes never expire: a stolen one is good for ever. State {{ remedy }}.',
      longLived: 'This access token lives for {{ lifetime }}, though a refresh token stands beside it: a stolen one is good for that long. Let it live for at most {{ max }} hours.',
      longLivedAlone: 'This token lives for {{ lifetime }}, and nothing ends it sooner. Let access tokens live for at most {{ max }} hours, and renew them with a refresh token that can be revoked.',
    },
    schema: {
      maxHours: { type: 'integer', minimum: 1, description: 'The longest that an access token may live, in hours.' },
      loneTokens: { type: 'boolean', description: 'Also report access tokens over the maximum with no refresh token beside them.' },
    },
  },
  defaultOptions: { maxHours: 24, loneTokens: false },
  *check(file, { maxHours, loneTokens }) {
    for (const fault of expiryFaults(file, maxHours * 3600)) {
      if (fault.kind === 'never') yield { node: fault.node, messageId: 'noExpiry', data: { signer: signerOf(file, fault), remedy: remedyFor(fault.token) } };
      else if (fault.beside || loneTokens) yield { node: fault.node, messageId: fault.beside ? 'longLived' : 'longLivedAlone', data: { lifetime: describeSeconds(fault.seconds), max: String(maxHours) } };
    }
  },
});
