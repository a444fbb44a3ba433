/** One HTML page to look at: no other file, no network. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Analysis, type Finding, type HandlerSite, type Location, overviewOf } from '../analysis.js';
import { Failure } from '../failure.js';
import type { ReportChunk, ReportData, ReportFinding, ReportHandler, ReportPlace, ReportQuery } from '../reportData.js';
import { plain } from './text.js';

/** Lines of code that are shown above and below a place. */
const AROUND = 3;
/** Of a place over many lines, the first ones say enough. */
const MOST_LINES = 12;
/** Longer lines are of no use to a reader. */
const LONGEST_LINE = 400;
/** Paths that are listed of what was left out for one reason. */
const MOST_PATHS = 500;
/** Where the build puts the page's script and style: beside the built command, also for whoever runs the sources. */
const ASSETS = ['./assets/', '../../../dist/src/cli/assets/'];

/**
 * @param most findings that are listed, in the analysis's order
 * @param now when the page says it was written
 * @throws {Failure} where the page's script was not built
 */
export function formatReport(analysis: Analysis, most: number, now = new Date()): string {
  const script = asset('report.js');
  const data = reportData(analysis, most, now);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(data.project)}: backend patterns</title>
<link rel="icon" href="data:,">
<style>${asset('report.css')}</style>
</head>
<body>
<div id="report"><noscript>This report needs JavaScript. All of it is in this file; nothing is loaded.</noscript></div>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What the page shows. Of the sources, it has the lines around findings and their evidence. */
export function reportData(analysis: Analysis, most: number, now: Date): ReportData {
  const { totals, sources } = analysis;
  const listed = analysis.findings.slice(0, most);
  const files = new Numbers<string>((file) => file);
  const rules = analysis.rules.filter(({ name }) => listed.some(({ rule }) => rule === name));
  const shown = new Map<string, Range[]>();
  const place = (location: Location): ReportPlace => {
    const { file, line, column, endLine, endColumn } = location;
    const ranges = shown.get(file) ?? [];
    shown.set(file, [...ranges, [line - AROUND, Math.min(endLine, line + MOST_LINES - 1) + AROUND]]);
    return { file: files.of(file), line, column, endLine, endColumn };
  };
  const ids = new Map<string, number>();
  const findings = listed.map((finding): ReportFinding => ({
    ...place(finding),
    id: idOf(finding, ids),
    rule: rules.findIndex(({ name }) => name === finding.rule),
    message: plain(finding.message),
    fixes: finding.suggestions.map(({ message }) => plain(message)),
    evidence: finding.evidence.map((step) => ({ ...place(step), says: plain(step.says) })),
    known: finding.known,
  }));
  const code = [...shown].flatMap(([file, ranges]): [number, ReportChunk[]][] => {
    const source = sources.get(file);
    return source === undefined ? [] : [[files.of(file), chunksOf(source, ranges)]];
  });
  const { handlers, queries } = handlersOf(analysis.handlers, files);
  return {
    project: plain(path.basename(analysis.root) || analysis.root),
    version: analysis.version,
    eslint: analysis.eslint,
    preset: analysis.preset,
    depth: analysis.depth,
    since: plain(analysis.since ?? ''),
    written: now.toISOString(),
    overview: plain(overviewOf(analysis)),
    lines: totals.lines,
    errors: totals.errors,
    warnings: totals.warnings,
    known: totals.known,
    fixed: totals.fixed,
    found: analysis.findings.length,
    focuses: analysis.focuses,
    files: files.values.map((file) => plain(file)),
    code: Object.fromEntries(code),
    rules,
    findings,
    queries,
    handlers,
    leftOut: analysis.leftOut.map(({ reason, paths }) => ({ reason, count: paths.length, paths: paths.slice(0, MOST_PATHS).map((each) => plain(each)) })),
    notParsed: analysis.notParsed.map(({ file, line, message }) => ({ file: plain(file), line, message: plain(message) })),
  };
}

/** Equal code in two files has one fingerprint; a link must lead to one finding. */
function idOf({ fingerprint }: Finding, seen: Map<string, number>): string {
  const nth = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, nth);
  return nth === 1 ? fingerprint : `${fingerprint}.${nth}`;
}

function handlersOf(sites: readonly HandlerSite[], files: Numbers<string>): { handlers: ReportHandler[]; queries: readonly ReportQuery[] } {
  const queries = new Numbers<ReportQuery>((query) => JSON.stringify(query));
  const handlers = sites.map((site): ReportHandler => ({
    name: plain(site.name),
    framework: site.framework,
    file: files.of(site.file),
    line: site.line,
    queries: site.queries.map(({ name, library, model = '', access, file, line }) => queries.of({ name: plain(name), library, model: plain(model), access, file: files.of(file), line })),
  }));
  return { handlers, queries: queries.values };
}

/** First and last line, both shown. */
type Range = readonly [number, number];

function chunksOf(source: string, ranges: readonly Range[]): ReportChunk[] {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const chunks: { start: number; end: number }[] = [];
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const start = Math.max(1, first);
    const end = Math.min(lines.length, last);
    const before = chunks.at(-1);
    if (before && start <= before.end + 1) before.end = Math.max(before.end, end);
    else if (start <= end) chunks.push({ start, end });
  }
  return chunks.map(({ start, end }) => ({ start, lines: lines.slice(start - 1, end).map(shownLine) }));
}

function shownLine(line: string): string {
  const text = plain(line, '\t');
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
}

/** Gives each value a number, the same for equal ones. */
class Numbers<T> {
  readonly values: T[] = [];
  readonly #known = new Map<string, number>();

  constructor(readonly key: (value: T) => string) {}

  of(value: T): number {
    const key = this.key(value);
    const known = this.#known.get(key) ?? this.values.push(value) - 1;
    this.#known.set(key, known);
    return known;
  }
}

function asset(name: string): string {
  const file = ASSETS.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url))).find((each) => fs.existsSync(each));
  if (file === undefined) throw new Failure('The page of the report is missing from this build: `npm run build` makes it');
  return fs.readFileSync(file, 'utf8');
}

/** JSON that ends no script and no line of one, whatever is in it. */
function scriptJson(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
