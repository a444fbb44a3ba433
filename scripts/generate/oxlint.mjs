/**
 * The presets as oxlint reads them: JSON that an `.oxlintrc.json` extends.
 *
 * @param {import('eslint-plugin-backend-patterns').BackendPatternsPlugin} plugin
 * @returns {[path: string, content: string][]}
 */
export function oxlintPresets({ meta, configs }) {
  return Object.entries(configs)
    .filter(([name]) => !name.endsWith('-legacy'))
    .map(([name, { rules }]) => [`oxlint/${name}.json`, `${JSON.stringify({ jsPlugins: [meta.name], rules }, undefined, 2)}\n`]);
}
