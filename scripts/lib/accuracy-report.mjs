/** @typedef {import('./score.mjs').Score} Score */
/** @typedef {{ repo: string, stack: string, scores: Map<string, Score> }} RepositoryScore */
/** @typedef {readonly string[][]} Table The first row is the head; the first column is text, the others are numbers. */

const COLUMNS = ['true', 'false alarms', 'missed', 'precision', 'recall', 'recall cross-file', 'recall heuristic', 'debatable'];

/**
 * @param {readonly RepositoryScore[]} repositories
 * @param {readonly string[]} rules
 * @returns {Table}
 */
export function ruleTable(repositories, rules) {
  const scores = (/** @type {string} */ rule) => repositories.flatMap(({ scores }) => scores.get(rule) ?? []);
  return [
    ['rule', ...COLUMNS],
    ...rules.map((rule) => row(rule, scores(rule))),
    row('all', rules.flatMap(scores)),
  ];
}

/**
 * @param {readonly RepositoryScore[]} repositories
 * @returns {Table}
 */
export function repositoryTable(repositories) {
  return [
    ['repository', ...COLUMNS],
    ...repositories.map(({ repo, scores }) => row(repo, [...scores.values()])),
  ];
}

/**
 * A row for each rule and stack in which something was labelled or reported.
 *
 * @param {readonly RepositoryScore[]} repositories
 * @param {readonly string[]} rules
 * @returns {Table}
 */
export function stackTable(repositories, rules) {
  const stacks = [...new Set(repositories.map(({ stack }) => stack))].sort();
  const rows = rules.flatMap((rule) =>
    stacks.map((stack) => {
      const [, ...cells] = row('', repositories.filter((each) => each.stack === stack).flatMap(({ scores }) => scores.get(rule) ?? []));
      return [`${rule}: ${stack}`, ...cells];
    }),
  );
  return [
    ['rule: stack', ...COLUMNS],
    ...rows.filter(([, found, alarms, missed, , , , , debatable]) => [found, alarms, missed, debatable].some((cell) => cell !== '0')),
  ];
}

/**
 * @param {string} name
 * @param {readonly Score[]} scores
 */
function row(name, scores) {
  const found = scores.flatMap((score) => score.found);
  const missed = scores.flatMap((score) => score.missed);
  const alarms = scores.flatMap((score) => score.falseAlarms);
  const recall = (/** @type {string} */ tag) => {
    const tagged = (/** @type {typeof found} */ labels) => labels.filter(({ tags }) => tags?.includes(tag)).length;
    return `${percent(tagged(found), tagged(missed))} of ${tagged(found) + tagged(missed)}`;
  };
  return [
    name,
    String(found.length),
    String(alarms.length),
    String(missed.length),
    percent(found.length, alarms.length),
    percent(found.length, missed.length),
    recall('cross-file'),
    recall('heuristic'),
    String(scores.reduce((sum, { debatable }) => sum + debatable, 0)),
  ];
}

/**
 * @param {number} good
 * @param {number} bad
 */
function percent(good, bad) {
  return good + bad === 0 ? '–' : `${((100 * good) / (good + bad)).toFixed(1)} %`;
}

/** @param {Score} score */
export function remaining({ falseAlarms, missed }) {
  return [
    ...falseAlarms.map(({ rule, messageId, file, line, message }) => `FP ${rule}/${messageId} ${file}:${line} ${message}`),
    ...missed.map(({ rule, kind, file, line, note = '' }) => `MISS ${rule}/${kind} ${file}:${line} ${note}`.trimEnd()),
  ];
}

/** @param {Table} table */
export function textTable(table) {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return table
    .map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

/** @param {Table} table */
export function markdownTable([head = [], ...rows]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const EXPLAINED = /<!-- explained -->[^]*<!-- \/explained -->/;

/**
 * The page, with what somebody wrote by hand into the old one kept.
 *
 * @param {object} page
 * @param {readonly RepositoryScore[]} page.repositories
 * @param {readonly string[]} page.rules
 * @param {string} page.when
 * @param {string} page.commit
 * @param {string} page.old
 */
export function accuracyPage({ repositories, rules, when, commit, old }) {
  const rest = repositories.flatMap(({ repo, scores }) => {
    const lines = [...scores.values()].flatMap(remaining);
    return lines.length === 0 ? [] : [`### ${repo}\n`, ...lines.map((line) => `- ${escape(line)}`), ''];
  });
  return `# Accuracy

Measured on ${when} at ${commit} with \`npm run accuracy\`: real backends in which every finding was labelled by reading the code.
A report counts when it stands at most two lines from its label; precision is true / (true + false alarms), recall is true / (true + missed).
What can be argued either way (*debatable*) counts neither way.

## By rule

${markdownTable(ruleTable(repositories, rules))}

## By rule and stack

A stack is what the web frameworks and database libraries in a repository's package.json say.

${markdownTable(stackTable(repositories, rules))}

## By repository

${markdownTable(repositoryTable(repositories))}

## What remains, explained

${EXPLAINED.exec(old)?.[0] ?? '<!-- explained -->\n<!-- /explained -->'}

## What remains

\`FP\` is a false alarm, \`MISS\` a label without a report.

${rest.join('\n').trim() || 'Nothing.'}
`;
}

/** Keeps code in messages and notes from turning into markup. @param {string} line */
function escape(line) {
  return line.replace(/[<*_[\]]/g, String.raw`\$&`).replace(/\s+/g, ' ');
}
