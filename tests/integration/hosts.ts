/** Throw-away projects with a host of their own. They are made of the files that would be published, and nothing is fetched. */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterAll } from 'vitest';
import { packedFiles } from '../../scripts/lib/pack.mjs';
import { ROOT } from '../../scripts/lib/run.mjs';

/** Each ESLint that is tested, from the oldest: a folder in hosts/, or the one that this repository uses. */
export const ESLINTS = ['eslint-8.57', 'eslint-9.0', 'eslint-9', 'eslint-10.0', 'eslint'] as const;
export type Eslint = (typeof ESLINTS)[number];
export type Host = Eslint | 'oxlint';

const manifest = readManifest(ROOT);
const installed = (name: string): string => join(ROOT, 'node_modules', name);
const OXLINT = join(installed('oxlint'), 'bin/oxlint');

/** Where a package stands that hosts/ has in another version: `eslint-8.57`, `typescript-5.6`. */
export function packageOf(host: string): string {
  const name = host.replace(/-[\d.]+$/, '');
  return host === name ? installed(name) : join(ROOT, 'tests/integration/hosts', host, 'node_modules', name);
}

export function versionOf(host: string): string {
  return readManifest(packageOf(host)).version;
}

function readManifest(folder: string): { readonly name: string; readonly version: string; readonly bin: Readonly<Record<string, string>>; readonly dependencies: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReturnType<typeof readManifest>;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backend-patterns-')));
  folders.push(folder);
  return folder;
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}

/** The published package and what it depends on, once for all projects of a test file. */
function published(): string {
  const files = packedFiles();
  if (!files.includes('dist/src/plugin/index.js')) throw new Error('dist/ is missing: run `npm run build` first');
  const store = join(newFolder(), 'node_modules');
  for (const file of files) cpSync(join(ROOT, file), join(store, manifest.name, file));
  for (const name of Object.keys(manifest.dependencies)) link(installed(name), join(store, name));
  return join(store, manifest.name);
}
let plugin: string | undefined;

/**
 * Puts a project on disk, with the plugin and these packages: `eslint-9` gives it ESLint 9 as `eslint`.
 *
 * @param copied The plugin is a copy, beside which TypeScript looks for what its types import; links are faster
 */
export function projectWith(packages: readonly string[], files: Readonly<Record<string, string>>, copied = false): string {
  const folder = newFolder();
  plugin ??= published();
  const place = join(folder, 'node_modules', manifest.name);
  if (copied) cpSync(plugin, place, { recursive: true });
  else link(plugin, place);
  for (const name of [...packages, ...(copied ? Object.keys(manifest.dependencies) : [])]) {
    const isHost = /^(?:eslint|typescript)(?:-[\d.]+)?$/.test(name);
    link(isHost ? packageOf(name) : installed(name), join(folder, 'node_modules', isHost ? (name.split('-')[0] ?? '') : name));
  }
  for (const [name, text] of Object.entries({ 'package.json': '{ "name": "app", "type": "module" }', ...files })) put(folder, name, text);
  return folder;
}

export function put(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of Node's in a folder. */
export function node(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return runIn(cwd, process.execPath, args, env);
}

/** Runs `npm` or `npx` in a folder. */
export function npm(cwd: string, command: 'npm' | 'npx', args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  // On Windows they are scripts, which only a shell can start.
  return runIn(cwd, command, args, env, process.platform === 'win32');
}

function runIn(cwd: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv, shell = false): Promise<Ran> {
  return new Promise((done) => {
    execFile(program, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26, shell }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

export interface Finding {
  /** `src/app.js:9:25 no-n-plus-one` */
  readonly at: string;
  readonly message: string;
  /** What each of its suggestions writes; oxlint does not say. */
  readonly suggestions: readonly string[];
}

interface EslintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string; readonly line: number; readonly column: number; readonly suggestions?: readonly { readonly fix: { readonly text: string } }[] }[];
}

/** Lints folders of a project by ESLint's command. */
export async function eslint(host: Eslint, cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finding[]> {
  return findingsOf(cwd, await node(cwd, [join(packageOf(host), 'bin/eslint.js'), '--format', 'json', ...args], env));
}

/** What a run of ESLint with `--format json` has found. */
export function findingsOf(cwd: string, ran: Ran): Finding[] {
  return inOrder((readJson(ran) as EslintResult[]).flatMap(({ filePath, messages }) => messages.map(({ ruleId, message, line, column, suggestions = [] }) => ({
    at: placeOf(relative(cwd, filePath), line, column, ruleId ?? message),
    message,
    suggestions: suggestions.map(({ fix }) => fix.text),
  }))));
}

interface OxlintResult {
  readonly diagnostics: readonly { readonly message: string; readonly code?: string; readonly filename: string; readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number; readonly line: number; readonly column: number } }[] }[];
}

export function oxlintCommand(cwd: string, args: readonly string[]): Promise<Ran> {
  return node(cwd, [OXLINT, ...args]);
}

/** The same by oxlint's. Its columns count bytes; here they count what ESLint counts. */
export async function oxlint(cwd: string, args: readonly string[]): Promise<Finding[]> {
  const { diagnostics } = readJson(await oxlintCommand(cwd, ['--format', 'json', ...args])) as OxlintResult;
  return inOrder(diagnostics.map(({ message, code, filename, labels: [label] }) => {
    const { line, column } = label?.span ?? { line: 0, column: 0 };
    const text = readFileSync(join(cwd, filename), 'utf8').split('\n')[line - 1] ?? '';
    const before = Buffer.from(text).subarray(0, column - 1).toString();
    return { at: placeOf(filename, line, before.length + 1, code?.replace(/^([\w-]+)\((.+)\)$/, '$1/$2') ?? message), message, suggestions: [] };
  }));
}

/** Why oxlint cannot run here, if it cannot: it comes as a binary for each system, in a package that npm may leave out. */
export function whyNoOxlint(): string | undefined {
  return spawnSync(process.execPath, [OXLINT, '--version']).status === 0 ? undefined : `its binary for ${process.platform} ${process.arch} does not run`;
}

interface Analyzed {
  readonly tool: { readonly eslint: string };
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly file: string; readonly line: number; readonly column: number }[];
}

/** The findings of `backend-patterns analyze`, and the version of ESLint that made them. */
export async function analyze(cwd: string, args: readonly string[]): Promise<{ readonly version: string; readonly findings: Finding[] }> {
  const command = join(cwd, 'node_modules', manifest.name, manifest.bin['backend-patterns'] ?? '');
  return analysisOf(await node(cwd, [command, 'analyze', '--format', 'json', ...args]));
}

/** The same of a run with `--format json`. */
export function analysisOf(ran: Ran): { readonly version: string; readonly findings: Finding[] } {
  const { tool, findings } = readJson(ran) as Analyzed;
  return { version: tool.eslint, findings: inOrder(findings.map(({ rule, message, file, line, column }) => ({ at: placeOf(file, line, column, rule), message, suggestions: [] }))) };
}

function readJson({ out, err }: Ran): unknown {
  try {
    return JSON.parse(out);
  } catch {
    throw new Error(err || out);
  }
}

function placeOf(file: string, line: number, column: number, rule: string): string {
  return `${file.split(sep).join('/')}:${String(line)}:${String(column)} ${rule.replace('backend-patterns/', '')}`;
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
