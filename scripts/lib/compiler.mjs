/** Which mutants the compiler refuses: no test is needed to notice those. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './run.mjs';

/** @typedef {import('./mutants.mjs').Mutant} Mutant */

/**
 * Says of a mutant whether its file has errors. What it breaks in other files is not looked at.
 *
 * @returns {(mutant: Mutant) => boolean}
 */
export function refusals() {
  const parsed = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.build.json'), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  if (!parsed) throw new Error('tsconfig.build.json cannot be read.');
  /** @type {{ path: string, text: string, version: number } | undefined} */
  let changed;
  let version = 0;
  const service = ts.createLanguageService({
    ...ts.createCompilerHost(parsed.options),
    writeFile: () => undefined,
    getCompilationSettings: () => parsed.options,
    getScriptFileNames: () => parsed.fileNames,
    getScriptVersion: (path) => (path === changed?.path ? String(changed.version) : '0'),
    getScriptSnapshot: (path) => {
      const text = path === changed?.path ? changed.text : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
  });
  return (mutant) => {
    const path = join(ROOT, mutant.fileName).replaceAll('\\', '/');
    changed = { path, text: mutated(readFileSync(path, 'utf8'), mutant), version: ++version };
    return service.getSyntacticDiagnostics(path).length > 0 || service.getSemanticDiagnostics(path).length > 0;
  };
}

/** The text with a mutant in it. @param {string} text @param {Omit<Mutant, 'fileName'>} mutant */
export function mutated(text, { replacement = '', location: { start, end } }) {
  const lines = text.split('\n');
  const offset = (/** @type {{ line: number, column: number }} */ { line, column }) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, column);
  // `a && b` in `a && b && c` stays together when it becomes `a || b`; blocks and cases are no expressions.
  const isExpression = !/^(?:case\b|default:)/.test(replacement) && !(text.startsWith('{', offset(start)) && replacement.startsWith('{'));
  return text.slice(0, offset(start)) + (isExpression ? `(${replacement})` : replacement) + text.slice(offset(end));
}
