import { ruleFacts } from './meta.mjs';
import { fillRegion, table } from './region.mjs';

/**
 * The table of rules in the README.
 *
 * @param {import('eslint').ESLint.Plugin} plugin
 * @param {(path: string) => string} read
 * @returns {[path: string, content: string][]}
 */
export function readmeTable(plugin, read) {
  const rows = ruleFacts(plugin).map(({ name, description, focus, preset, fixable, suggests }) =>
    [`[\`${name}\`](docs/rules/${name}.md)`, description, focus, preset, `${fixable ? '🔧' : ''}${suggests ? '💡' : ''}`]);
  return [['README.md', fillRegion('README.md', read('README.md'), 'rules', table(['Rule', 'What it does', 'Focus', 'Preset', ''], rows))]];
}
