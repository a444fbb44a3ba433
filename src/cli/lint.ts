/** Files → what ESLint says of them with this plugin's rules. */
import type { Linter } from 'eslint';
import { countingRule, type FileReport, hostParser } from '../plugin/audit.js';
import plugin from '../plugin/index.js';
import { Failure, reasonOf } from './failure.js';
import type { Host } from './host.js';

const NAMESPACE = 'backend-patterns';
const COUNTING = 'backend-patterns-audit/count';

export interface LintJob {
  readonly host: Host;
  readonly root: string;
  readonly files: readonly string[];
  /** As a configuration has them, with the plugin's prefix. */
  readonly rules: Linter.RulesRecord;
  /** `settings['backend-patterns']` for all of them. */
  readonly settings: object;
  readonly onFile: (file: string) => void;
}

export interface LintedFile {
  readonly file: string;
  /** The file's text; `undefined` where nothing was reported in it. */
  readonly source: string | undefined;
  readonly messages: readonly (Linter.LintMessage & { readonly rule: string })[];
  /** What keeps the file from being parsed. */
  readonly problem: Linter.LintMessage | undefined;
  /** `undefined` where no rule looks at the file: a test, a script, or what settings leave alone. */
  readonly report: FileReport | undefined;
}

/**
 * Lints files with the plugin's rules and nothing else. Comments that switch a rule off are heeded.
 *
 * @throws {Failure} where settings are wrong
 */
export async function lint({ host, root, files, rules, settings, onFile }: LintJob): Promise<LintedFile[]> {
  const config: Linter.Config = {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    plugins: { [NAMESPACE]: plugin, 'backend-patterns-audit': { rules: { count: countingRule } } },
    languageOptions: { parser: hostParser(plugin.meta.version, onFile) },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { ...rules, [COUNTING]: 'error' },
    settings: { [NAMESPACE]: settings },
  };
  const eslint = new host.ESLint({ cwd: root, overrideConfigFile: true, baseConfig: [config], globInputPaths: false, errorOnUnmatchedPattern: false });
  try {
    const results = await eslint.lintFiles([...files]);
    return results.map(({ filePath, messages, suppressedMessages, source }) => {
      // A comment that switches everything off switches this off as well, and is not meant to.
      const count = [...messages, ...suppressedMessages].find(({ ruleId }) => ruleId === COUNTING);
      return {
        file: filePath,
        source,
        messages: messages.flatMap((message) => (message.ruleId?.startsWith(`${NAMESPACE}/`) ? [{ ...message, rule: message.ruleId.slice(NAMESPACE.length + 1) }] : [])),
        problem: messages.find(({ fatal }) => fatal),
        report: count && (JSON.parse(count.message) as FileReport),
      };
    });
  } catch (error) {
    // The settings' own complaints are written for whoever wrote them.
    if (error instanceof Error && error.message.includes(`settings['${NAMESPACE}']`)) throw new Failure(reasonOf(error));
    throw error;
  }
}
