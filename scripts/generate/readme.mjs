import { ruleFacts } from './meta.mjs';

const START = '<!-- begin generated rules -->';
const END = '<!-- end generated rules -->';

/**
 * The table of rules in the README.
 *
 * @param {import('eslint').ESLint.Plugin} plugin
 * @param {(path: string) => string} read
 * @returns {[path: string, content: string][]}
 */
export function readmeTable(plugin, read) {
  const readme = read('README.md');
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md needs the lines ${START} and ${END}`);
  const rows = ruleFacts(plugin).map(({ name, description, focus, preset, fixable, suggests }) =>
    `| [\`${name}\`](docs/rules/${name}.md) | ${description} | ${focus} | ${preset} | ${fixable ? '🔧' : ''}${suggests ? '💡' : ''} |`);
  const table = ['| Rule | What it finds | Focus | Preset | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  return [['README.md', `${readme.slice(0, start)}${START}\n\n${table}\n\n${readme.slice(end)}`]];
}
