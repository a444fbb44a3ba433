/** What an analysis found: the one shape that every format is made from. */
import type { Category } from '../plugin/audit.js';
import type { LeftOut } from './discover.js';

export type Focus = Category;
export type Severity = 'error' | 'warning';
export type Preset = 'recommended' | 'strict' | 'all';

/** A place in the analysed project. Lines and columns from 1, the end exclusive. */
export interface Location {
  /** From the project's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Finding extends Location {
  readonly rule: string;
  readonly messageId: string;
  readonly focus: Focus;
  /** `error` for rules of `recommended`, `warning` for those that only `strict` has. */
  readonly severity: Severity;
  readonly message: string;
  /** The same for the same defect after lines have moved: a hash of the rule, the message and the code. */
  readonly fingerprint: string;
  /** Edits that the rule suggests. */
  readonly suggestions: readonly { readonly message: string }[];
  /** What it rests on in other places. */
  readonly evidence: readonly (Location & { readonly says: string })[];
  /** Was it there when the baseline was written? */
  readonly known: boolean;
}

export interface RuleInfo {
  readonly name: string;
  readonly focus: Focus;
  readonly severity: Severity;
  readonly description: string;
  readonly url: string;
}

export interface StackEntry {
  readonly name: string;
  /** Which kind of library, in the catalogue's words: `framework`, `database`, `cache` … */
  readonly kind: string;
  readonly major: number | undefined;
  /** How many files import it. */
  readonly files: number;
}

export interface QuerySite {
  readonly name: string;
  readonly library: string;
  readonly model: string | undefined;
  readonly access: 'read' | 'write';
  readonly file: string;
  readonly line: number;
}

export interface HandlerSite {
  readonly name: string;
  readonly framework: string;
  readonly file: string;
  readonly line: number;
  readonly queries: readonly QuerySite[];
}

export interface FocusSummary {
  readonly focus: Focus;
  readonly errors: number;
  readonly warnings: number;
  /** 0 to 100, see `scoreOf`. */
  readonly score: number;
}

export interface Totals {
  readonly files: number;
  readonly lines: number;
  readonly handlers: number;
  readonly queries: number;
  readonly errors: number;
  readonly warnings: number;
  /** Findings that the baseline knows; in neither of the two above. */
  readonly known: number;
  /** Findings of the baseline that are there no longer. */
  readonly fixed: number;
}

export interface Analysis {
  readonly root: string;
  readonly version: string;
  readonly eslint: string;
  readonly preset: Preset;
  readonly depth: 'quick' | 'deep';
  readonly since: string | undefined;
  readonly stack: readonly StackEntry[];
  readonly totals: Totals;
  readonly focuses: readonly FocusSummary[];
  readonly rules: readonly RuleInfo[];
  /** New ones before those that the baseline knows; by focus, rule, file and line. */
  readonly findings: readonly Finding[];
  readonly handlers: readonly HandlerSite[];
  readonly leftOut: readonly LeftOut[];
  readonly notParsed: readonly { readonly file: string; readonly line: number; readonly column: number; readonly message: string }[];
  /** The text of the files that findings and their evidence stand in, by path from the root. */
  readonly sources: ReadonlyMap<string, string>;
}

export const FOCUSES: readonly Focus[] = ['security', 'performance', 'architecture', 'quality'];

/**
 * How a project stands in one focus, from 0 to 100: 100 where nothing was found, half for about 1.4 errors in a thousand lines. A warning counts
 * as a third of an error. It is made for holding a project against itself over time; between projects it says little.
 */
export function scoreOf(errors: number, warnings: number, lines: number): number {
  const perThousand = (errors + warnings / 3) / Math.max(1, lines / 1000);
  return Math.round(100 * Math.exp(-perThousand / 2));
}

/** `3 errors`, `1 warning` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `Express 4, Prisma 5, JWT; 214 files, 31 handlers, 120 queries` */
export function overviewOf({ stack, totals }: Analysis): string {
  const names = stack.slice(0, 8).map(({ name, major }) => (major === undefined ? name : `${name} ${major}`));
  const more = stack.length > names.length ? [`${stack.length - names.length} more`] : [];
  const counts = [counted(totals.files, 'file'), counted(totals.handlers, 'handler'), counted(totals.queries, 'query', 'queries')].join(', ');
  return `${names.length === 0 ? 'No known backend library' : [...names, ...more].join(', ')}; ${counts}`;
}
