import { ruleFacts } from './meta.mjs';

const END = '<!-- end generated header -->';
const PRESETS = new Map([
  ['recommended', 'in the `recommended` preset'],
  ['strict', 'in the `strict` preset'],
]);

/**
 * The head of each rule's page; below it the page is written by hand.
 *
 * @param {import('eslint').ESLint.Plugin} plugin
 * @param {(path: string) => string} read
 * @returns {[path: string, content: string][]}
 */
export function ruleHeaders(plugin, read) {
  return ruleFacts(plugin).map(({ name, description, focus, preset, fixable, suggests }) => {
    const path = `docs/rules/${name}.md`;
    const page = read(path);
    const end = page.indexOf(END);
    const body = end < 0 ? `\n\n${page}` : page.slice(end + END.length);
    const notes = [focus, PRESETS.get(preset) ?? 'in no preset but `all`', fixable && '🔧 fixes', suggests && '💡 suggests edits'].filter(Boolean);
    return [path, `# backend-patterns/${name}\n\n${description}.\n\n${notes.join(' · ')}\n\n${END}${body}`];
  });
}
