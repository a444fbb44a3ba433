/** Holds the rules against labelled backends: `npm run accuracy -- --labels DIR… --corpus DIR`. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import plugin from 'eslint-plugin-backend-patterns';
import { accuracyPage, remaining, repositoryTable, ruleTable, textTable } from './lib/accuracy-report.mjs';
import { lintFolder } from './lib/lint.mjs';
import { labelledRules, score } from './lib/score.mjs';
import { stackOf } from './lib/stack.mjs';

const USAGE = `npm run accuracy -- --labels DIR --corpus DIR [options]

  --labels DIR   OWNER+NAME.json files: which lines of a repository break which rule; may be given several times
  --corpus DIR   the repositories, in folders OWNER+NAME
  --repo NAME    only repositories with this in their name
  --rule NAME    only this rule
  --verbose      list every false alarm and every miss
  --write FILE   (without --repo and --rule) also write a page, keeping its part between <!-- explained --> and <!-- /explained -->
`;
const { values } = parseArgs({
  options: {
    labels: { type: 'string', multiple: true, default: [] },
    corpus: { type: 'string' },
    repo: { type: 'string', default: '' },
    rule: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    write: { type: 'string' },
  },
});
const { labels: folders, corpus, repo: only, rule: onlyRule } = values;
// A page about a part would pass for the whole.
const partial = only !== '' || onlyRule !== undefined;
if (folders.length === 0 || corpus === undefined || (values.write !== undefined && partial)) {
  console.error(USAGE);
  process.exit(2);
}

/** @type {Set<string>} */
const found = new Set();
const repositories = [];
for (const folder of folders) {
  const all = readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => ({ file, labelled: /** @type {import('./lib/score.mjs').Labelled} */ (JSON.parse(readFileSync(join(folder, file), 'utf8'))) }));
  const scored = labelledRules(all.map(({ labelled }) => labelled)).filter((rule) => plugin.rules[rule] && (onlyRule === undefined || rule === onlyRule));
  if (scored.length === 0) continue;
  for (const rule of scored) found.add(rule);
  const { rules: config = {} } = plugin.configs.strict;
  const chosen = Object.fromEntries(scored.map((rule) => [`backend-patterns/${rule}`, config[`backend-patterns/${rule}`] ?? 'error']));
  for (const { file, labelled } of all.filter((each) => each.file.includes(only))) {
    const cwd = resolve(corpus, file.slice(0, -'.json'.length));
    if (!existsSync(cwd)) {
      console.log(`skipped ${labelled.repo}: not in ${corpus}`);
      continue;
    }
    const run = await lintFolder({ cwd, plugin, rules: chosen, patterns: labelled.roots, ignores: labelled.ignore ?? [] });
    const scores = new Map(scored.map((rule) => [rule, score(labelled, rule, run.findings)]));
    repositories.push({ repo: labelled.repo, stack: stackOf(cwd), scores });
    report(labelled.repo, run, [...scores.values()]);
  }
}
const rules = [...found];
if (rules.length === 0) {
  console.error(`No rule${onlyRule === undefined ? '' : ` ${onlyRule}`} is labelled in ${folders.join(', ')}.`);
  process.exit(2);
}
console.log(`\n${textTable(repositoryTable(repositories))}`);
console.log(`\n${textTable(ruleTable(repositories, rules))}`);
if (values.write !== undefined) {
  const old = existsSync(values.write) ? readFileSync(values.write, 'utf8') : '';
  writeFileSync(values.write, accuracyPage({ repositories, rules, when: new Date().toISOString().slice(0, 10), commit: commit(), old }));
}

/**
 * @param {string} repo
 * @param {import('./lib/lint.mjs').Run} run
 * @param {import('./lib/score.mjs').Score[]} scores
 */
function report(repo, { files, seconds, broken }, scores) {
  console.log(`${repo}: ${files} files in ${seconds.toFixed(1)} s`);
  for (const { file, line, reason } of broken) console.log(`  BROKEN ${file}:${line} ${reason}`);
  for (const { finding, why } of scores.flatMap(({ careless }) => careless)) {
    console.log(`  HARD NEGATIVE ${finding.rule}/${finding.messageId} ${finding.file}:${finding.line} (${why})`);
  }
  if (values.verbose) for (const line of scores.flatMap(remaining)) console.log(`  ${line}`);
}

function commit() {
  try {
    return `commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim()}`;
  } catch {
    return 'no commit';
  }
}
