import { createRule, permissionFaults } from '#engine';

export const consistentPermissionFormat = createRule<'otherOrder' | 'otherSeparator' | 'useDeclared', object>({
  name: 'consistent-permission-format',
  meta: {
    type: 'problem',
    docs: { description: 'Require permissions to be checked in the form in which they are declared', category: 'security', preset: 'recommended' },
    hasSuggestions: true,
    messages: {
      otherOrder: 'This asks for {{ checked }}, but permissions are declared the other way round, as `{{ sample }}` is ({{ place }}): the check never passes. Put the words in that order.',
      otherSeparator: 'This asks for {{ checked }}, but permissions are declared with another separator, as `{{ sample }}` is ({{ place }}): the check never passes. Use that one.',
      useDeclared: 'Write it as it is declared.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const { node, kind, checked, sample, place, edit } of permissionFaults(file)) {
      const quoted = checked.startsWith('`') ? checked : `\`${checked}\``;
      yield { node, messageId: kind === 'order' ? 'otherOrder' : 'otherSeparator', data: { checked: quoted, sample, place }, ...(edit && { suggest: [{ messageId: 'useDeclared' as const, edits: [edit] }] }) };
    }
  },
});
