import { relative, sep } from 'node:path';
process.env.BACKEND_PATTERNS_DEBUG ??= '1';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

/** @typedef {{ rule: string, messageId: string, message: string, file: string, line: number, column: number, endLine?: number | undefined, endColumn?: number | undefined }} Finding */
/** @typedef {{ file: string, line: number, reason: string, rule?: string }} Broken A file that did not parse, or on which a rule threw. */
/** @typedef {{ findings: Finding[], broken: Broken[], files: number, seconds: number }} Run */

const PREFIX = 'backend-patterns/';
/** What in a checkout nobody wrote there. */
export const IGNORED = ['**/node_modules/', '**/dist/', '**/build/', '**/coverage/', '**/*.min.*', '**/*.d.{ts,mts,cts}'];
const SOURCES = '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}';

/**
 * Lints a folder with some of the plugin's rules, whatever configuration and comments the folder has itself.
 * A rule that throws costs its own findings on that file and nothing else.
 *
 * @param {object} job
 * @param {string} job.cwd The folder; files are named from here.
 * @param {import('eslint').ESLint.Plugin} job.plugin
 * @param {import('eslint').Linter.RulesRecord} job.rules
 * @param {string[]} [job.patterns]
 * @param {string[]} [job.ignores]
 * @returns {Promise<Run>}
 */
export async function lintFolder({ cwd, plugin, rules, patterns = ['.'], ignores = [] }) {
  const start = performance.now();
  /** @type {Broken[]} */
  const broken = [];
  const nameOf = (/** @type {string} */ path) => relative(cwd, path).split(sep).join('/');
  const guarded = guard(plugin, (rule, path, error) => {
    const file = nameOf(path);
    // What throws on one node throws on the next as well: once says it.
    if (broken.some((entry) => entry.file === file && entry.rule === rule)) return;
    broken.push({ file, line: 0, rule, reason: `${rule} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
  });
  const eslint = new ESLint({
    cwd,
    allowInlineConfig: false,
    errorOnUnmatchedPattern: false,
    overrideConfigFile: true,
    baseConfig: [...(ignores.length > 0 ? [{ ignores }] : []), hostConfig(guarded, rules)],
  });
  const results = await eslint.lintFiles(patterns);
  /** @type {Finding[]} */
  const findings = [];
  for (const { filePath, messages } of results) {
    const file = nameOf(filePath);
    for (const { ruleId, fatal, message, messageId = '', line, column, endLine, endColumn } of messages) {
      if (fatal) broken.push({ file, line, reason: message });
      else if (ruleId) findings.push({ rule: ruleId.replace(PREFIX, ''), messageId, message, file, line, column, endLine, endColumn });
    }
  }
  return { findings, broken, files: results.length, seconds: (performance.now() - start) / 1000 };
}

/**
 * @param {import('eslint').ESLint.Plugin} plugin
 * @param {import('eslint').Linter.RulesRecord} rules
 * @returns {import('eslint').Linter.Config}
 */
export function hostConfig(plugin, rules) {
  return {
    files: [SOURCES],
    plugins: { 'backend-patterns': plugin },
    rules,
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  };
}

/**
 * A preset's rules, or the one that was asked for, with the preset's options where it has any.
 *
 * @param {import('eslint').Linter.Config} preset
 * @param {string} [only]
 * @returns {import('eslint').Linter.RulesRecord}
 */
export function chooseRules(preset, only) {
  const rules = /** @type {import('eslint').Linter.RulesRecord} */ (preset.rules ?? {});
  if (only === undefined) return rules;
  const id = PREFIX + only.replace(PREFIX, '');
  const entry = rules[id];
  if (entry === undefined) throw new Error(`no rule ${id} in ${preset.name ?? 'this preset'}`);
  return { [id]: entry };
}

/**
 * The plugin, with rules that hand what they throw to a callback and go on.
 *
 * @param {import('eslint').ESLint.Plugin} plugin
 * @param {(rule: string, file: string, error: unknown) => void} onCrash
 * @returns {import('eslint').ESLint.Plugin}
 */
function guard(plugin, onCrash) {
  /** @type {typeof plugin.rules} */
  const rules = {};
  for (const [name, rule] of Object.entries(plugin.rules ?? {})) {
    rules[name] = {
      ...rule,
      create(context) {
        /** @type {<T>(run: () => T) => T | undefined} */
        const attempt = (run) => {
          try {
            return run();
          } catch (error) {
            onCrash(name, context.filename, error);
            return undefined;
          }
        };
        const listeners = /** @type {Record<string, (...args: unknown[]) => void>} */ (attempt(() => rule.create(context)) ?? {});
        return Object.fromEntries(Object.entries(listeners).map(([selector, listener]) => [selector, (/** @type {unknown[]} */ ...args) => attempt(() => listener(...args))]));
      },
    };
  }
  return { ...plugin, rules };
}
