/** Files → what ESLint says of them with this plugin's rules. */
import type { Linter } from 'eslint';
import type { FileReport } from '../plugin/audit.js';
import { COUNTING, eslintOptions, NAMESPACE, type Task } from './eslintOptions.js';
import { Failure, reasonOf } from './failure.js';
import type { Host } from './host.js';
import { type Concurrency, inThreads } from './threads.js';

export interface LintJob extends Task {
  readonly host: Host;
  readonly files: readonly string[];
  /** Only what this host can do. */
  readonly concurrency: Concurrency;
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
export async function lint({ host, files, concurrency, onFile, ...task }: LintJob): Promise<LintedFile[]> {
  const threads = concurrency === 'off' ? undefined : await inThreads(host, task, concurrency, onFile);
  const eslint = threads?.eslint ?? new host.ESLint(eslintOptions(task, onFile));
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
  } finally {
    threads?.close();
  }
}
