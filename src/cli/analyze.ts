/** The analysis itself: files in, one `Analysis` out. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Linter } from 'eslint';
import type { CountedQuery, FileReport, Place } from '../plugin/audit.js';
import plugin from '../plugin/index.js';
import { type Analysis, type Finding, type Focus, FOCUSES, type HandlerSite, type Location, type Preset, type QuerySite, type RuleInfo, scoreOf, type StackEntry } from './analysis.js';
import { compare, type Known } from './baseline.js';
import { discover, type LeftOut, type Reason, slashed } from './discover.js';
import { changedSince } from './git.js';
import { loadHost, settingsOf } from './host.js';
import { lint, type LintedFile } from './lint.js';
import { type Concurrency, concurrencyOf } from './threads.js';

export interface AnalyzeOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly targets: readonly string[];
  readonly focus: readonly Focus[];
  readonly preset: Preset;
  readonly depth: 'quick' | 'deep';
  readonly ignore: readonly string[];
  readonly since?: string;
  readonly baseline?: readonly Known[];
  /** Read the project's own ESLint configuration for its settings. */
  readonly config: boolean;
  /** ESLint's threads; without it, none. */
  readonly concurrency?: Concurrency;
}

export interface Watcher {
  readonly onStart?: (files: number) => void;
  readonly onFile?: () => void;
  readonly warn?: (line: string) => void;
}

/** An analysis, and what a baseline would hold after it. */
export interface Analyzed {
  readonly analysis: Analysis;
  /** The baseline without what is gone, nothing new added; where there was none, all findings. */
  readonly baseline: readonly Known[];
}

/** @throws {Failure} for what the caller can put right */
export async function analyze(options: AnalyzeOptions, { onStart, onFile, warn = () => undefined }: Watcher = {}): Promise<Analyzed> {
  const targets = options.targets.map((target) => path.resolve(options.cwd, target));
  const root = rootOf(options.cwd, targets);
  const changed = options.since === undefined ? undefined : changedSince(options.since, root);
  const discovered = discover(targets, root, options.ignore);
  const files = changed ? discovered.files.filter((file) => changed.has(realPath(file))) : discovered.files;
  const host = await loadHost(root);
  const rules = rulesFor(options.preset, options.focus);
  const concurrency = concurrencyOf(host, options.concurrency ?? 'off', warn);
  onStart?.(files.length);

  const linted: LintedFile[] = [];
  for (const [settings, group] of await settingsOf(host, root, files, options.config, warn)) {
    const follow = options.depth === 'quick' ? { followImports: false } : {};
    linted.push(...(await lint({ host, root, files: group, rules, settings: { ...(JSON.parse(settings) as object), ...follow }, concurrency, onFile: () => onFile?.() })));
  }
  linted.sort((a, b) => (a.file < b.file ? -1 : 1));

  const infos = rulesInfo(Object.keys(rules));
  const nameOf = (file: string): string => slashed(path.relative(root, file));
  const all = linted.flatMap((file) => findingsIn(file, infos, nameOf));
  const looked = new Set(files.map(nameOf));
  const exists = (file: string): boolean => fs.existsSync(path.join(root, file));
  const { known, fresh, gone } = compare(all, options.baseline ?? [], ({ file, rule }) => infos.has(rule) && (looked.has(file) || !exists(file)), exists);
  const isKnown = new Set(known);
  const findings = all.map((finding) => ({ ...finding, known: isKnown.has(finding) })).sort(inOrder);

  const reports = linted.flatMap(({ file, report }) => (report ? [{ file, report }] : []));
  const lines = reports.reduce((sum, { report }) => sum + report.census.lines, 0);
  const inFocus = (focus: Focus): Finding[] => findings.filter((finding) => finding.focus === focus);
  const left = new Map<Reason, readonly string[]>(discovered.leftOut);
  const unseen = linted.filter(({ report, problem }) => !report && !problem).map(({ file }) => nameOf(file));
  if (unseen.length > 0) left.set('tests and scripts', unseen);
  if (changed) left.set('unchanged', discovered.files.filter((file) => !files.includes(file)).map(nameOf));
  const isGone = new Set(gone);
  return {
    analysis: {
      root,
      version: plugin.meta.version,
      eslint: host.version,
      preset: options.preset,
      depth: options.depth,
      since: options.since,
      stack: stackOf(reports.map(({ report }) => report)),
      totals: {
        files: reports.length,
        lines,
        handlers: reports.reduce((sum, { report }) => sum + report.census.handlers.length, 0),
        queries: reports.reduce((sum, { report }) => sum + report.census.queries.filter(({ cache }) => !cache).length, 0),
        errors: fresh.filter(({ severity }) => severity === 'error').length,
        warnings: fresh.filter(({ severity }) => severity === 'warning').length,
        known: known.length,
        fixed: gone.length,
      },
      focuses: FOCUSES.filter((focus) => options.focus.length === 0 || options.focus.includes(focus)).map((focus) => {
        const [errors, warnings] = (['error', 'warning'] as const).map((severity) => inFocus(focus).filter((finding) => finding.severity === severity).length) as [number, number];
        return { focus, errors, warnings, score: scoreOf(errors, warnings, lines) };
      }),
      rules: [...infos.values()],
      findings,
      handlers: reports.flatMap(({ file, report }) => handlersIn(nameOf(file), report, nameOf)),
      leftOut: [...left].map(([reason, paths]): LeftOut => ({ reason, paths })).filter(({ paths }) => paths.length > 0),
      notParsed: linted.flatMap(({ file, problem }) => (problem ? [{ file: nameOf(file), line: problem.line, column: problem.column, message: problem.message.replace(/^Parsing error: /, '') }] : [])),
      sources: sourcesFor(findings, linted, root, nameOf),
    },
    baseline: options.baseline ? options.baseline.filter((entry) => !isGone.has(entry)) : all,
  };
}

/** The folder that paths are shown from: where the command runs, or what holds all targets where they lie elsewhere. */
function rootOf(cwd: string, targets: readonly string[]): string {
  const isIn = (file: string, folder: string): boolean => !path.relative(folder, file).startsWith('..') && !path.isAbsolute(path.relative(folder, file));
  if (targets.every((target) => isIn(target, cwd))) return cwd;
  let root = folderOf(targets[0] ?? cwd);
  while (root !== path.dirname(root) && !targets.every((target) => isIn(target, root))) root = path.dirname(root);
  return root;
}

function folderOf(target: string): string {
  return fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() ? target : path.dirname(target);
}

/** As git names files: with links resolved. */
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}

function rulesFor(preset: Preset, focus: readonly Focus[]): Linter.RulesRecord {
  const chosen = Object.entries((plugin.configs[preset].rules ?? {}) as Linter.RulesRecord);
  return Object.fromEntries(chosen.filter(([id]) => focus.length === 0 || focus.some((each) => Object.hasOwn(plugin.configs[each].rules ?? {}, id))));
}

function rulesInfo(ids: readonly string[]): ReadonlyMap<string, RuleInfo> {
  const recommended = plugin.configs.recommended.rules ?? {};
  return new Map(
    ids.map((id) => {
      const name = id.replace('backend-patterns/', '');
      const { description = '', url = '' } = plugin.rules[name]?.meta?.docs ?? {};
      const focus = FOCUSES.find((each) => Object.hasOwn(plugin.configs[each].rules ?? {}, id)) ?? 'quality';
      return [name, { name, focus, severity: Object.hasOwn(recommended, id) ? 'error' : 'warning', description, url }];
    }),
  );
}

function findingsIn({ file, source = '', messages, report }: LintedFile, infos: ReadonlyMap<string, RuleInfo>, nameOf: (file: string) => string): Finding[] {
  const name = nameOf(file);
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const seen = new Map<string, number>();
  return messages.flatMap(({ rule, messageId = '', message, line, column, endLine = line, endColumn = column, suggestions = [] }) => {
    const info = infos.get(rule);
    if (!info) return [];
    const code = lines.slice(line - 1, endLine).map((text) => text.trim()).join('\n');
    const hash = createHash('sha256').update(JSON.stringify([rule, messageId, code])).digest('hex').slice(0, 16);
    // Of equal lines in one file, each is a finding of its own.
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    const trail = report?.trails.find((each) => each.rule === rule && each.messageId === messageId && each.line === line && each.column === column);
    const found: Finding = {
      rule,
      messageId,
      focus: info.focus,
      severity: info.severity,
      message,
      file: name,
      line,
      column,
      endLine,
      endColumn,
      fingerprint: nth === 1 ? hash : `${hash}-${nth}`,
      suggestions: suggestions.map(({ desc }) => ({ message: desc })),
      evidence: (trail?.places ?? []).map((place) => ({ ...located(place, nameOf), says: place.says })),
      known: false,
    };
    return [found];
  });
}

function located({ file, line, column, endLine, endColumn }: Place, nameOf: (file: string) => string): Location {
  return { file: nameOf(file), line, column, endLine, endColumn };
}

function inOrder(a: Finding, b: Finding): number {
  return (
    Number(a.known) - Number(b.known) ||
    FOCUSES.indexOf(a.focus) - FOCUSES.indexOf(b.focus) ||
    Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
    compareText(a.rule, b.rule) ||
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const KINDS = ['framework', 'database', 'cache', 'messaging', 'auth', 'hashing', 'validation', 'limiting', 'storage', 'logging', 'http', 'retry'];

function stackOf(reports: readonly FileReport[]): StackEntry[] {
  const found = new Map<string, { name: string; kind: string; major: number | undefined; files: number }>();
  for (const { census } of reports) {
    for (const { name, kind, major } of census.libraries) {
      if (!KINDS.includes(kind)) continue;
      const entry = found.get(name) ?? { name, kind, major, files: 0 };
      entry.files++;
      entry.major ??= major;
      found.set(name, entry);
    }
  }
  return [...found.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.files - a.files || compareText(a.name, b.name));
}

function handlersIn(file: string, { census }: FileReport, nameOf: (file: string) => string): HandlerSite[] {
  return census.handlers.map(({ name, framework, line, queries }) => ({ name, framework, file, line, queries: queries.map((query) => siteOf(query, nameOf)) }));
}

function siteOf({ name, library, model, access, file, line }: CountedQuery, nameOf: (file: string) => string): QuerySite {
  return { name, library, model, access, file: nameOf(file), line };
}

function sourcesFor(findings: readonly Finding[], linted: readonly LintedFile[], root: string, nameOf: (file: string) => string): Map<string, string> {
  const texts = new Map(linted.map(({ file, source }) => [nameOf(file), source]));
  const wanted = new Set(findings.flatMap(({ file, evidence }) => [file, ...evidence.map((each) => each.file)]));
  return new Map([...wanted].flatMap((file): [string, string][] => {
    const text = texts.get(file) ?? readText(path.join(root, file));
    return text === undefined ? [] : [[file, text]];
  }));
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
