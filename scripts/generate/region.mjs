/**
 * Puts text between a page's `<!-- begin generated NAME -->` and `<!-- end generated NAME -->`; the rest is written by hand.
 *
 * @param {string} path Where the page is, for the error.
 * @param {string} page
 * @param {string} name
 * @param {string} text
 */
export function fillRegion(path, page, name, text) {
  const start = `<!-- begin generated ${name} -->`;
  const end = `<!-- end generated ${name} -->`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} needs the lines ${start} and ${end}`);
  return `${page.slice(0, from)}${start}\n\n${text}\n\n${page.slice(to)}`;
}

/**
 * A Markdown table. Bars inside cells are escaped, empty cells stay empty.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
