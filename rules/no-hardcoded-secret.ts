import { createRule, describeTaker, describeVariable, writtenSecrets } from '#engine';

export const noHardcodedSecret = createRule<'literalSecret' | 'fallbackSecret', object>({
  name: 'no-hardcoded-secret',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow secrets for tokens, sessions, cookies and HMACs in the source', category: 'security', preset: 'recommended' },
    messages: {
      literalSecret: 'This text is used as a secret {{ taker }}: whoever can read the source can forge {{ use }}. Read the secret from the environment, and replace this one.',
      fallbackSecret: 'Where {{ variable }} is not set, this text is used as the secret {{ taker }}: whoever can read the source can then forge {{ use }}. Leave the fallback out, and throw at start-up if the variable is missing.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const secret of writtenSecrets(file)) {
      const { node, use, insteadOf } = secret;
      yield { node, messageId: insteadOf === undefined ? 'literalSecret' : 'fallbackSecret', data: { taker: describeTaker(file, secret), use, variable: describeVariable(secret) } };
    }
  },
});
