/** Which findings are shown, and how many there are of what. */
import type { Focus, ReportData, ReportFinding, ReportRule } from '../cli/reportData.js';
import { groupBy } from './group.js';
import type { State } from './state.js';

/** A finding with what it is looked up by. */
export interface Item {
  readonly finding: ReportFinding;
  readonly rule: ReportRule;
  readonly file: string;
  /** All that a search looks through, in lower case. */
  readonly text: string;
}

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly known: number;
}

export function itemsOf({ findings, rules, files }: ReportData): Item[] {
  return findings.flatMap((finding) => {
    const rule = rules[finding.rule];
    const file = files[finding.file];
    if (!rule || file === undefined) return [];
    const words = [finding.message, file, rule.name, rule.description, ...finding.fixes, ...finding.evidence.flatMap((step) => [step.says, files[step.file] ?? ''])];
    return [{ finding, rule, file, text: words.join('\n').toLowerCase() }];
  });
}

/**
 * The items that a state lets through.
 *
 * @param but a choice that does not count: a chart that offers it must show what else could be chosen
 */
export function chosen(items: readonly Item[], state: State, but?: 'rule' | 'path' | 'focuses'): Item[] {
  const words = state.query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return items.filter(
    ({ finding, rule, file, text }) =>
      (state.known || !finding.known || finding.id === state.finding) &&
      (but === 'focuses' || state.focuses.length === 0 || state.focuses.includes(rule.focus)) &&
      (state.severity === '' || rule.severity === state.severity) &&
      (but === 'rule' || state.rule === '' || rule.name === state.rule) &&
      (but === 'path' || file.startsWith(state.path)) &&
      words.every((word) => text.includes(word)),
  );
}

export function tallyOf(items: readonly Item[]): Tally {
  const fresh = items.filter(({ finding }) => !finding.known);
  const errors = fresh.filter(({ rule }) => rule.severity === 'error').length;
  return { errors, warnings: fresh.length - errors, known: items.length - fresh.length };
}

export interface Group {
  readonly rule: ReportRule;
  readonly items: readonly Item[];
  readonly tally: Tally;
}

/** By rule, in the order in which the findings come: by focus, errors first. What the baseline knows comes last in its group. */
export function groupsOf(items: readonly Item[], rules: readonly ReportRule[]): Group[] {
  const byRule = groupBy(items, ({ rule }) => rule);
  const order: readonly Focus[] = ['security', 'performance', 'architecture', 'quality'];
  return rules
    .flatMap((rule): Group[] => {
      const own = byRule.get(rule);
      return own ? [{ rule, items: own, tally: tallyOf(own) }] : [];
    })
    .sort((a, b) => order.indexOf(a.rule.focus) - order.indexOf(b.rule.focus) || Number(a.rule.severity === 'warning') - Number(b.rule.severity === 'warning') || b.items.length - a.items.length);
}

export interface FileCount {
  readonly file: string;
  readonly count: number;
  readonly byFocus: ReadonlyMap<Focus, number>;
}

/** The files with the most findings first. */
export function filesOf(items: readonly Item[]): FileCount[] {
  return [...groupBy(items, ({ file }) => file)]
    .map(([file, own]) => ({ file, count: own.length, byFocus: byFocus(own) }))
    .sort((a, b) => b.count - a.count || (a.file < b.file ? -1 : 1));
}

export function byFocus(items: readonly Item[]): Map<Focus, number> {
  return new Map([...groupBy(items, ({ rule }) => rule.focus)].map(([focus, own]) => [focus, own.length]));
}
