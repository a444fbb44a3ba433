/** @typedef {import('./score.mjs').Label} Label */

const FILE = String.raw`[\w./[\]-]+\.[cm]?[jt]sx?`;
const AT_LINE = new RegExp(String.raw`(?:(${FILE}) )?\bline (\d+)`);
const IN_FILE = new RegExp(`labelled in (${FILE})`);
const IN_ROLE = /(?:labelled|of the query) in the ([\w ]+)/;
const IN_SHARED_HELPER = /\bshared\b.*\blabelled there/;

/**
 * The label that an `alternative-site` label stands for: the one that its note points to, or else the nearest one
 * of its rule that has no report of its own. A note that points to a debatable label is taken at its word.
 *
 * @param {Label} label
 * @param {readonly Label[]} labels The rule's labels in the same repository.
 * @param {ReadonlySet<Label>} found Labels that have been found.
 * @returns {Label | undefined}
 */
export function twinOf(label, labels, found) {
  const others = byNearness(label, labels.filter((other) => !other.tags?.includes('alternative-site')));
  const real = others.filter(({ verdict }) => verdict === 'tp');
  return named(label, others, real) ?? real.find((other) => !found.has(other));
}

/**
 * @param {Label} label
 * @param {readonly Label[]} others Nearest first.
 * @param {readonly Label[]} real Those of them that must be found.
 */
function named({ file, note = '' }, others, real) {
  const [, lineFile, line] = AT_LINE.exec(note) ?? [];
  if (line !== undefined) {
    const there = others.filter((other) => covers(other, Number(line)));
    const fileOf = (/** @type {Label} */ other) => (lineFile === undefined ? other.file === file : endsWith(other.file, lineFile));
    return there.find(fileOf) ?? there[0];
  }
  const inFile = IN_FILE.exec(note)?.[1];
  if (inFile !== undefined) return real.find((other) => endsWith(other.file, inFile));
  const role = IN_ROLE.exec(note)?.[1];
  if (role !== undefined) {
    const words = role.trim().split(' ');
    return real.find((other) => words.every((word) => other.file.includes(word)));
  }
  if (IN_SHARED_HELPER.test(note)) return real.find(({ tags }) => tags?.includes('shared-helper'));
  return undefined;
}

/**
 * Same file first, by lines; then by how much of the path is shared.
 *
 * @param {Label} label
 * @param {readonly Label[]} others
 */
function byNearness(label, others) {
  const lines = (/** @type {Label} */ other) => (other.file === label.file ? Math.abs(other.line - label.line) : Infinity);
  return others.toSorted((a, b) => Math.sign(lines(a) - lines(b)) || shared(b.file, label.file) - shared(a.file, label.file));
}

/**
 * @param {string} a
 * @param {string} b
 */
function shared(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * @param {Label} label
 * @param {number} at
 */
function covers({ line, endLine = line }, at) {
  return line <= at && at <= endLine;
}

/**
 * @param {string} file
 * @param {string} name
 */
function endsWith(file, name) {
  return file === name || file.endsWith(`/${name}`);
}
