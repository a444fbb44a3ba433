import { createRule, listFields, loggedSecrets } from '#engine';

const MESSAGES = { value: 'sensitiveValue', row: 'sensitiveRow', body: 'authBody', headers: 'requestHeaders', session: 'wholeSession' } as const;

export const noSensitiveDataInLog = createRule<(typeof MESSAGES)[keyof typeof MESSAGES], object>({
  name: 'no-sensitive-data-in-log',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow writing passwords, tokens and secrets to logs', category: 'security', preset: 'recommended' },
    messages: {
      sensitiveValue: '`{{ name }}` is written to the log, where many can read it for a long time. Log an id, a length or whether there is one.',
      sensitiveRow: 'A whole `{{ model }}` is written to the log, {{ fields }} included. Log its id, or the fields that are needed.',
      authBody: 'The whole body of this request is written to the log, and its password with it. Log the fields that are needed.',
      requestHeaders: 'All headers of the request are written to the log, its credentials (`authorization`, `cookie`) among them. Log those that are needed.',
      wholeSession: 'The whole session is written to the log, whatever is kept in it. Log the id of the user.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const logged of loggedSecrets(file)) {
      yield {
        node: logged.node,
        messageId: MESSAGES[logged.kind],
        ...(logged.kind === 'value' && { data: { name: logged.name } }),
        ...(logged.kind === 'row' && { data: { model: logged.model, fields: listFields(logged) } }),
      };
    }
  },
});
