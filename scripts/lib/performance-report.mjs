import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { WORKS } from './measure.mjs';
import { MODES } from './modes.mjs';

/** @typedef {import('../bench.mjs').Result} Result */
/** @typedef {import('./measure.mjs').Measured} Measured */
/** @typedef {{ results: Result[], rounds: number, growth: { files: number, none: Measured, all: Measured }[] | undefined, installs: import('./footprint.mjs').Footprint[] | undefined }} Bench */

/** The bar for each way of linting, as a ratio to linting with no rules. */
const TARGETS = /** @type {Record<string, number>} */ ({ 'recommended-alone': 1.04, 'all-alone': 1.06, all: 1.15 });
/** The bar where nothing says that the code is a backend. */
const ELSEWHERE = 1.01;

const EXPLAINED = /<!-- explained -->[^]*<!-- \/explained -->/;

/** @param {Bench} bench @returns {string} For the terminal. */
export function summary({ results, growth, installs }) {
  const lines = results.flatMap(({ corpus, modes, oxlint }) => [
    '',
    `${corpus.name}: ${modes.none?.files ?? 0} files, ${modes.none?.lines ?? 0} lines`,
    ...Object.entries(modes).map(([mode, measured]) => `  ${mode.padEnd(18)} ${seconds(measured.cpu)} cpu  ${seconds(measured.wall)} wall  ${ratio(measured, modes)}x  ${String(Math.round(measured.peak))} MB`),
    ...(oxlint ? [`  oxlint             ${seconds(oxlint.none)} cpu with no rules, ${seconds(oxlint.all)} cpu with all`] : []),
  ]);
  const all = results.at(0)?.modes.all;
  if (all) lines.push('', `Time in each rule of \`all\`, in % of the parser's, in ${results[0]?.corpus.name ?? ''}`, ...rulesOf(all).map(({ name, share, worked }) => `${share.toFixed(1).padStart(6)}  ${name} (worked on ${String(worked)} files)`));
  for (const { files, none, all: ours } of growth ?? []) lines.push(`${String(files).padStart(6)} generated files: ${seconds(none.cpu)} cpu with no rules, ${seconds(ours.cpu)} with all`);
  for (const { name, packages, megabytes } of installs ?? []) lines.push(`${name}: ${packages} packages, ${megabytes.toFixed(1)} MB`);
  return lines.join('\n');
}

/**
 * @param {Bench} bench
 * @param {string} old The page as it stood.
 * @returns {string} `docs/performance.md`
 */
export function performancePage(bench, old) {
  const { results, rounds, growth, installs } = bench;
  const modes = Object.keys(results[0]?.modes ?? {});
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const largest = results.filter(({ corpus }) => corpus.isBackend).sort((a, b) => (b.modes.none?.lines ?? 0) - (a.modes.none?.lines ?? 0))[0];
  return `# Performance

Measured on ${new Date().toISOString().slice(0, 10)} at commit ${commit} with \`npm run bench\`: Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, medians of ${rounds}.
ESLint lints each folder in a process of its own, with typescript-eslint's parser and without type information; the ways of linting take turns.
A ratio compares the CPU time of the whole process with that of the same run with no rules.

## What is measured

| code | files | lines | |
| --- | ---: | ---: | --- |
${results.map(({ corpus, modes: { none } }) => `| ${corpus.name} | ${none?.files ?? 0} | ${none?.lines ?? 0} | ${corpus.what} |`).join('\n')}

## What linting costs

| | ${results.map(({ corpus }) => corpus.name).join(' | ')} |
| --- | ${results.map(() => '---:').join(' | ')} |
${modes.map((mode) => `| ${MODES[/** @type {keyof typeof MODES} */ (mode)]} | ${results.map((result) => `${ratio(result.modes[mode], result.modes)} ×`).join(' | ')} |`).join('\n')}
| with no rules, CPU ms a thousand lines | ${results.map(({ modes: { none } }) => (none ? perThousand(none).toFixed(0) : '')).join(' | ')} |
| with no rules, CPU ms a file | ${results.map(({ modes: { none } }) => (none ? (none.cpu / none.files).toFixed(1) : '')).join(' | ')} |
| what \`all\` adds, CPU ms a thousand lines | ${results.map(({ modes: { none, all } }) => (none && all ? (perThousand(all) - perThousand(none)).toFixed(0) : '')).join(' | ')} |
| what \`sonarjs\` adds, compared with what \`all\` adds | ${results.map(({ modes: { none, all, sonarjs } }) => (none && all && sonarjs ? `${((sonarjs.cpu - none.cpu) / (all.cpu - none.cpu)).toFixed(1)} ×` : '')).join(' | ')} |
| peak memory, no rules → \`all\`, MB | ${results.map(({ modes: { none, all } }) => (none && all ? `${none.peak.toFixed(0)} → ${all.peak.toFixed(0)}` : '')).join(' | ')} |
| oxlint, CPU s, no rules → \`all\` | ${results.map(({ oxlint }) => (oxlint ? `${(oxlint.none / 1000).toFixed(1)} → ${(oxlint.all / 1000).toFixed(1)}` : '')).join(' | ')} |

## The bar

| | bar | ${results.map(({ corpus }) => corpus.name).join(' | ')} |
| --- | ---: | ${results.map(() => '---').join(' | ')} |
${Object.entries(TARGETS).map(([mode, target]) => `| ${MODES[/** @type {keyof typeof MODES} */ (mode)]} | ${target} | ${results.map(({ corpus, modes: measured }) => verdict(measured[mode] ? Number(ratio(measured[mode], measured)) : NaN, corpus.isBackend ? target : ELSEWHERE)).join(' | ')} |`).join('\n')}
| cheaper than \`sonarjs\` | 8 | ${results.map(({ modes: { none, all, sonarjs } }) => (none && all && sonarjs ? cheaper((sonarjs.cpu - none.cpu) / (all.cpu - none.cpu)) : '')).join(' | ')} |
${largest?.modes.none && largest.modes.all ? `| peak memory, on the largest (${largest.corpus.name}) | 1.25 | ${results.map((result) => (result === largest ? verdict(result.modes.all && result.modes.none ? result.modes.all.peak / result.modes.none.peak : NaN, 1.25) : '')).join(' | ')} |\n` : ''}
On code that nothing says to be a backend the bar is ${ELSEWHERE}.
${growth ? `\n## How it grows\n\nA generated backend: Express, Prisma, four files a resource.\n\n| files | no rules, CPU s | \`all\`, CPU s | ratio | of \`all\`, what ten times the files cost |\n| ---: | ---: | ---: | ---: | ---: |\n${growth.map(({ files, none, all }, index) => `| ${files} | ${(none.cpu / 1000).toFixed(1)} | ${(all.cpu / 1000).toFixed(1)} | ${(all.cpu / none.cpu).toFixed(2)} | ${index === 0 ? '' : `${(all.cpu / (growth[index - 1]?.all.cpu ?? NaN)).toFixed(1)} ×`} |`).join('\n')}\n` : ''}${largest?.modes.all ? `\n## By rule\n\nTime in each rule of \`all\` on ${largest.corpus.name}, in % of what ESLint's parser takes, and the share of files on which it took more than ${WORKS} ms. The first rule that looks at a file pays for reading it.\n\n| rule | time | files |\n| --- | ---: | ---: |\n${rulesOf(largest.modes.all).map(({ name, share, worked }) => `| ${name} | ${share.toFixed(1)} | ${((100 * worked) / (largest.modes.all?.files ?? NaN)).toFixed(0)} % |`).join('\n')}\n` : ''}${installs ? `\n## What an installation brings\n\nWithout peers (ESLint, a parser).\n\n| package | packages with all they depend on | MB on disk |\n| --- | ---: | ---: |\n${installs.map(({ name, packages, megabytes }) => `| ${name === '.' ? 'eslint-plugin-backend-patterns' : name} | ${packages} | ${megabytes.toFixed(1)} |`).join('\n')}\n` : ''}
## What bounds it

${EXPLAINED.exec(old)?.[0] ?? '<!-- explained -->\n<!-- /explained -->'}
`;
}

/** @param {Measured} measured */
function rulesOf({ rules, parse, worked }) {
  return Object.entries(rules).sort(([, a], [, b]) => b - a).map(([rule, time]) => ({ name: rule.replace(/^.*\//, ''), share: (100 * time) / parse, worked: worked[rule] ?? 0 }));
}

/** @param {Measured | undefined} measured @param {Record<string, Measured>} modes */
function ratio(measured, modes) {
  return measured && modes.none ? (measured.cpu / modes.none.cpu).toFixed(2) : '';
}

/** @param {Measured} measured */
function perThousand({ cpu, lines }) {
  return (1000 * cpu) / lines;
}

/** @param {number} value @param {number} bar */
function verdict(value, bar) {
  if (Number.isNaN(value)) return '';
  return value <= bar ? 'met' : `missed (${value.toFixed(2)})`;
}

/** @param {number} times Where all rules cost nothing, this is no number or below zero. */
function cheaper(times) {
  return times >= 8 || times < 0 ? 'met' : `missed (${times.toFixed(1)})`;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2).padStart(7)} s`;
}
