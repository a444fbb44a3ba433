/** Lints folders of other people's code with every rule, and shows what it finds: `npm run corpus -- DIR…`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codeFrameColumns } from '@babel/code-frame';
import plugin from 'eslint-plugin-backend-patterns';
import pc from 'picocolors';
import { groupBy, sample } from './lib/collections.mjs';
import { chooseRules, IGNORED, lintFolder } from './lib/lint.mjs';

const USAGE = `npm run corpus -- DIR… [options]

  --rule NAME   only this rule
  --sample N    show at most N findings a rule, chosen at random but always the same ones
  --json FILE   also write everything that was found
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rule: { type: 'string' }, sample: { type: 'string' }, json: { type: 'string' } },
});
const limit = values.sample === undefined ? Infinity : Number(values.sample);
if (positionals.length === 0 || Number.isNaN(limit)) {
  console.error(USAGE);
  process.exit(2);
}

const rules = chooseRules(plugin.configs.all, values.rule);
const findings = [];
const broken = [];
let files = 0;
let seconds = 0;
for (const root of positionals) {
  const run = await lintFolder({ cwd: resolve(root), plugin, rules, ignores: IGNORED });
  findings.push(...run.findings.map((finding) => ({ ...finding, path: join(root, finding.file) })));
  broken.push(...run.broken.map((entry) => ({ ...entry, path: join(root, entry.file) })));
  files += run.files;
  seconds += run.seconds;
}

const byRule = groupBy(findings, ({ rule }) => rule);
for (const [rule, all] of byRule) {
  const shown = sample(all, limit);
  console.log(pc.bold(`\n${rule}: ${all.length}${shown.length < all.length ? `, ${shown.length} shown` : ''}`));
  for (const finding of shown) {
    console.log(`\n${pc.cyan(`${finding.path}:${finding.line}:${finding.column}`)} ${finding.message} ${pc.dim(finding.messageId)}`);
    const { line, column, endLine, endColumn } = finding;
    const end = endLine === line && endColumn !== undefined ? { end: { line, column: endColumn } } : {};
    console.log(codeFrameColumns(readFileSync(finding.path, 'utf8'), { start: { line, column }, ...end }, { linesAbove: 2, linesBelow: 2, highlightCode: pc.isColorSupported }));
  }
}
if (broken.length > 0) {
  console.log(pc.bold(`\nNot parsed, or crashed: ${broken.length}`));
  for (const { path, line, reason } of broken) console.log(`${path}:${line} ${reason}`);
}
console.log(pc.bold('\nTotals'));
for (const [rule, all] of byRule) console.log(`${String(all.length).padStart(6)}  ${rule}`);
console.log(`${String(findings.length).padStart(6)}  findings in ${files} files, ${broken.length} not parsed or crashed, ${seconds.toFixed(1)} s`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ files, seconds, findings, broken }, null, 2)}\n`);
