/** What ESLint is told: which files, which rules, and nothing of the project's own configuration. */
import type { ESLint, Linter } from 'eslint';
import { countingRule, hostParser } from '../plugin/audit.js';
import plugin from '../plugin/index.js';

export const NAMESPACE = 'backend-patterns';
export const COUNTING = 'backend-patterns-audit/count';

/** What an analysis is made with. All of it can be written down, and so handed to a thread. */
export interface Task {
  readonly root: string;
  /** As a configuration has them, with the plugin's prefix. */
  readonly rules: Linter.RulesRecord;
  /** `settings['backend-patterns']` for all of the files. */
  readonly settings: object;
}

/**
 * The options of ESLint's class for a task.
 *
 * @param onFile is told of each file before it is parsed
 */
export function eslintOptions({ root, rules, settings }: Task, onFile: (file: string) => void): ESLint.Options {
  const config: Linter.Config = {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    plugins: { [NAMESPACE]: plugin, 'backend-patterns-audit': { rules: { count: countingRule } } },
    languageOptions: { parser: hostParser(plugin.meta.version, onFile) },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { ...rules, [COUNTING]: 'error' },
    settings: { [NAMESPACE]: settings },
  };
  return { cwd: root, overrideConfigFile: true, baseConfig: [config], globInputPaths: false, errorOnUnmatchedPattern: false };
}
