import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-backend-patterns';
import { chooseRules, hostConfig, IGNORED } from './lint.mjs';

/**
 * Lints folders once in this process and says what it cost.
 *
 * @param {string} mode `none`, or the name of a preset.
 * @param {string[]} folders
 * @returns {Promise<{ wall: number, cpu: number, lines: number, parse: number, rules: Record<string, number> }>}
 */
export async function measure(mode, folders) {
  const preset = mode === 'all' ? plugin.configs.all : plugin.configs.recommended;
  const rules = mode === 'none' ? {} : chooseRules(preset);
  const start = performance.now();
  const before = process.cpuUsage();
  const results = [];
  for (const cwd of folders) {
    const eslint = new ESLint({
      cwd,
      allowInlineConfig: false,
      errorOnUnmatchedPattern: false,
      overrideConfigFile: true,
      baseConfig: [{ ignores: IGNORED }, hostConfig(plugin, rules)],
      stats: true,
    });
    results.push(...(await eslint.lintFiles(['.'])));
  }
  const { user, system } = process.cpuUsage(before);
  const wall = performance.now() - start;

  let parse = 0;
  /** @type {Record<string, number>} */
  const times = {};
  for (const { stats } of results) {
    for (const pass of stats?.times.passes ?? []) {
      parse += pass.parse?.total ?? 0;
      for (const [rule, { total }] of Object.entries(pass.rules ?? {})) times[rule] = (times[rule] ?? 0) + total;
    }
  }
  const lines = results.reduce((sum, { filePath }) => sum + readFileSync(filePath, 'utf8').split('\n').length, 0);
  return { wall, cpu: (user + system) / 1000, lines, parse, rules: times };
}
