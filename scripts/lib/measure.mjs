import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { IGNORED } from './lint.mjs';
import { configOf } from './modes.mjs';

/**
 * @typedef {object} Measured
 * @property {number} wall Milliseconds, with what is loaded and read.
 * @property {number} cpu Milliseconds of all threads.
 * @property {number} peak The most memory that the process had, in megabytes.
 * @property {number} files
 * @property {number} lines
 * @property {number} parse Milliseconds of the host's parser.
 * @property {Record<string, number>} rules Milliseconds a rule.
 * @property {Record<string, number>} worked On how many files a rule took longer than `WORKS`.
 */

/** A rule that took longer than this on a file, in milliseconds, did some work there. */
export const WORKS = 0.1;

/**
 * Lints a folder once in this process and says what it cost.
 *
 * @param {string} mode
 * @param {string} folder
 * @param {string} others Where the plugins stand that are compared with.
 * @returns {Promise<Measured>}
 */
export async function measure(mode, folder, others) {
  const start = performance.now();
  const before = process.cpuUsage();
  const eslint = new ESLint({
    cwd: folder,
    allowInlineConfig: false,
    errorOnUnmatchedPattern: false,
    overrideConfigFile: true,
    baseConfig: [{ ignores: IGNORED.filter((pattern) => pattern !== '**/dist/') }, configOf(mode, others)],
    stats: true,
  });
  const results = await eslint.lintFiles(['.']);
  const { user, system } = process.cpuUsage(before);
  const wall = performance.now() - start;

  let parse = 0;
  /** @type {Record<string, number>} */
  const rules = {};
  /** @type {Record<string, number>} */
  const worked = {};
  for (const { stats } of results) {
    for (const pass of stats?.times.passes ?? []) {
      parse += pass.parse?.total ?? 0;
      for (const [rule, { total }] of Object.entries(pass.rules ?? {})) {
        rules[rule] = (rules[rule] ?? 0) + total;
        worked[rule] = (worked[rule] ?? 0) + Number(total > WORKS);
      }
    }
  }
  const lines = results.reduce((sum, { filePath }) => sum + readFileSync(filePath, 'utf8').split('\n').length, 0);
  return { wall, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024, files: results.length, lines, parse, rules, worked };
}
