/** @typedef {{ name: string, description: string, focus: string, preset: string, fixable: boolean, suggests: boolean }} RuleFacts */

/**
 * What the generated pages say about a rule, read off its meta.
 *
 * @param {import('eslint').ESLint.Plugin} plugin
 * @returns {RuleFacts[]} In the order of the names.
 */
export function ruleFacts(plugin) {
  return Object.entries(plugin.rules ?? {})
    .map(([name, { meta }]) => {
      const docs = /** @type {{ description?: string, category?: string, preset?: string } | undefined} */ (meta?.docs);
      return {
        name,
        description: docs?.description ?? '',
        focus: docs?.category ?? '',
        preset: docs?.preset ?? 'none',
        fixable: meta?.fixable !== undefined,
        suggests: meta?.hasSuggestions === true,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
