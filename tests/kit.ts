/** What tests share: a rule tester, throw-away projects of several files, and questions to the engine. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { Linter } from 'eslint';
import { rules as allRules } from '../src/plugin/rules.js';
import { Analysis, type EngineOptions } from '../src/engine/flow/analysis.js';
import type { Value } from '../src/engine/flow/value.js';
import { Catalogue } from '../src/engine/match/catalogue.js';
import type { Module } from '../src/engine/modules/parse.js';
import { Project } from '../src/engine/modules/project.js';
import type { Expression, Node } from '../src/engine/syntax/ast.js';
import { walk } from '../src/engine/syntax/walk.js';

/** A new folder that is a package of its own and holds these files; removed when the run ends. */
export function scratch(files: Readonly<Record<string, string>>): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'backend-patterns-')));
  for (const [name, text] of Object.entries({ 'package.json': '{ "name": "app" }', ...files })) write(root, name, text);
  return root;
}

/** Writes one file of a scratch folder, with a modification time that differs from any before. */
export function write(root: string, name: string, text: string): void {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  const time = (writes += 10);
  fs.utimesSync(file, time, time);
}
let writes = 1_700_000_000;

const home = scratch({});

/** Runs rule cases on single files, parsed as TypeScript, in a package of their own: nothing of this repository is in sight. */
export const tester = new RuleTester({ languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, defaultFilenames: { ts: path.join(home, 'src/file.ts'), tsx: path.join(home, 'src/file.tsx') } });

/** An absolute file name in the package that `tester`'s cases live in. */
export function inApp(name: string): string {
  return path.join(home, name);
}

/** A rule of the plugin by name, typed for `tester`. */
export function rule(name: string): Parameters<typeof tester.run>[1] {
  const found = allRules[name];
  if (!found) throw new Error(`There is no rule ${name}.`);
  return found as unknown as Parameters<typeof tester.run>[1];
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
}

export interface LintOptions {
  /** Rule names with their options; all rules where absent. */
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly settings?: unknown;
  /** Only these files are linted; the others are only followed. */
  readonly only?: readonly string[];
}

/** Lints a project of several files, written to disk, with the plugin's rules. */
export function lintProject(files: Readonly<Record<string, string>>, options: LintOptions = {}): Finding[] {
  return lintFolder(scratch(files), options.only ?? Object.keys(files).filter((name) => /\.[cm]?[jt]sx?$/.test(name) && !name.endsWith('.d.ts')), options);
}

/** Lints files of a folder on disk. */
export function lintFolder(root: string, names: readonly string[], options: LintOptions = {}): Finding[] {
  const linter = new Linter({ configType: 'flat', cwd: root });
  const chosen = options.rules ?? Object.fromEntries(Object.keys(allRules).map((name) => [name, {}]));
  return names.flatMap((name) => {
    const messages = linter.verify(
      fs.readFileSync(path.join(root, name), 'utf8'),
      [{
        files: ['**/*.{js,jsx,ts,tsx,mjs,cjs,mts,cts}'],
        languageOptions: { parser: parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { 'backend-patterns': { rules: allRules } },
        ...(options.settings !== undefined && { settings: { 'backend-patterns': options.settings } }),
        rules: Object.fromEntries(Object.entries(chosen).map(([rule, ruleOptions]) => [`backend-patterns/${rule}`, ['error', ruleOptions] as Linter.RuleEntry])),
      }],
      { filename: path.join(root, name) },
    );
    return messages.map((message) => ({ file: name, line: message.line, rule: message.ruleId?.split('/')[1] ?? 'fatal', messageId: message.messageId ?? '', message: message.message }));
  });
}

type Marked = 'expect' | 'missed' | 'false';

/** `file:line id` of everything that comments name after this word: `// expect: rule/messageId, rule/messageId`. */
export function marksIn(files: Readonly<Record<string, string>>, word: Marked): string[] {
  const mark = new RegExp(`// ${word}: ([\\w/-]+(?:, *[\\w/-]+)*)`, 'g');
  return Object.entries(files).flatMap(([name, text]) =>
    text.split('\n').flatMap((line, index) => [...line.matchAll(mark)].flatMap((match) => (match[1] ?? '').split(',').map((id) => `${name}:${String(index + 1)} ${id.trim()}`))),
  );
}

/** `file:line rule/messageId` of every finding, and of every `// expect: rule/messageId` comment: equal when a project is judged right. */
export function judge(files: Readonly<Record<string, string>>, options: LintOptions = {}): { readonly found: string[]; readonly expected: string[] } {
  const found = lintProject(files, options).map((finding) => `${finding.file}:${String(finding.line)} ${finding.rule}/${finding.messageId}`);
  return { found: found.toSorted(), expected: marksIn(files, 'expect').toSorted() };
}

export interface Asked {
  readonly analysis: Analysis;
  readonly module: Module;
  readonly root: string;
  readonly project: Project;
  /** The smallest expression right after a mark: `/* 1 *\/ prisma.user` is `at('1')`. */
  readonly at: (mark: string) => Expression;
  /** What the marked expression is. */
  readonly valueAt: (mark: string) => Value;
}

const OPTIONS: EngineOptions = { followImports: true, depth: 10, files: 2_000, names: { hashFunctions: [], boundFunctions: [], errorSanitizers: [], iterationHelpers: [], asyncHandlers: [], responseMethods: [] } };

/**
 * Asks the engine about a project. `files` is one file's text, or files by name of which `main` (default: the first) is asked.
 * A mark `/* name *\/` stands before an expression; of those that begin there, the largest one is meant.
 */
export function ask(files: string | Readonly<Record<string, string>>, main?: string, options: Partial<EngineOptions> = {}): Asked {
  const all = typeof files === 'string' ? { 'src/file.ts': files } : files;
  const name = main ?? Object.keys(all)[0] ?? '';
  const root = scratch(all);
  const project = new Project(() => 0);
  const analysis = new Analysis(project, new Catalogue(), { ...OPTIONS, ...options }, 'test');
  const module = project.lint(path.join(root, name), all[name] ?? '');
  if (!module) throw new Error(`${name} does not parse.`);
  const at = (mark: string): Expression => {
    const comment = `/* ${mark} */`;
    const after = module.text.indexOf(comment) + comment.length;
    if (after < comment.length) throw new Error(`There is no mark ${comment}.`);
    const start = after + (/^\s*/.exec(module.text.slice(after))?.[0].length ?? 0);
    let found: Node | undefined;
    walk(module.program, (node) => {
      if (node.start === start && /Expression$|^Identifier$|Literal$/.test(node.type)) found ??= node;
      return node.end > start;
    });
    if (!found) throw new Error(`No expression begins after ${comment}.`);
    return found as Expression;
  };
  return { analysis, module, root, project, at, valueAt: (mark) => analysis.valueOf(at(mark)) };
}
