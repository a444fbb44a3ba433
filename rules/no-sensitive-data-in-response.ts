import { createRule, describeExposure, describeHiding, exposures, listFields } from '#engine';

export const noSensitiveDataInResponse = createRule<'sensitiveRow' | 'sensitiveField', object>({
  name: 'no-sensitive-data-in-response',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow sending passwords, tokens and secrets to the client', category: 'security', preset: 'recommended' },
    messages: {
      sensitiveRow: 'A whole `{{ model }}` goes to the client{{ via }}, {{ fields }} included. Leave that out with {{ hide }}.',
      sensitiveField: '{{ fields }} goes to the client{{ via }}: it lets whoever sees it act as the user, or guess the password offline. Leave it out.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const exposure of exposures(file)) {
      yield {
        node: exposure.node,
        messageId: exposure.kind === 'row' ? 'sensitiveRow' : 'sensitiveField',
        data: { model: exposure.model, fields: listFields(exposure), via: describeExposure(file, exposure), hide: describeHiding(exposure) },
        evidence: [{ node: exposure.source, says: 'the row is read or made' }],
      };
    }
  },
});
