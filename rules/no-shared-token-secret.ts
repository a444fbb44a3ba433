import { createRule, describeShared, sharedSecrets } from '#engine';

export const noSharedTokenSecret = createRule<'sharedSecret' | 'uncheckedClaim', object>({
  name: 'no-shared-token-secret',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow signing refresh tokens like access tokens, with nothing that tells the two apart', category: 'security', preset: 'recommended' },
    messages: {
      sharedSecret: 'This refresh token is signed with {{ secret }} of the access tokens that {{ access }} makes, and no claim tells the two apart: it opens the app for as long as it lives. Sign it with a secret of its own, or put a claim such as `type` into both and check it.',
      uncheckedClaim: 'This refresh token is signed with {{ secret }} of the access tokens that {{ access }} makes. Only the claim `{{ claim }}` tells the two apart, and nothing that checks tokens looks at it: a refresh token opens the app for as long as it lives. Check the claim, or sign with a secret of its own.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const shared of sharedSecrets(file)) {
      const { node, unchecked } = shared;
      yield { node, messageId: unchecked === undefined ? 'sharedSecret' : 'uncheckedClaim', data: { ...describeShared(file, shared), claim: unchecked } };
    }
  },
});
