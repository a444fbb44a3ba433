import { describe, expect, it } from 'vitest';
import { labelledRules, type Finding, type Label, type Labelled, score } from '../../scripts/lib/score.mjs';

const RULE = 'no-x';
const label = (line: number, more: Partial<Label> = {}): Label => ({ file: 'a.ts', line, rule: RULE, kind: 'x', verdict: 'tp', ...more });
const debatable = (line: number, more: Partial<Label> = {}): Label => label(line, { verdict: 'debatable', ...more });
const twin = (line: number, note: string, more: Partial<Label> = {}): Label => debatable(line, { tags: ['alternative-site'], note, ...more });
const report = (line: number, more: Partial<Finding> = {}): Finding => ({ file: 'a.ts', line, column: 1, rule: RULE, messageId: 'x', message: '', ...more });

/** The lines that were found, missed and reported in vain, by a rule in one repository. */
function lines(labels: Label[], reports: Finding[], more: Partial<Labelled> = {}) {
  const { found, missed, falseAlarms, debatable: argued } = score({ repo: 'o/n', roots: ['.'], labels, ...more }, RULE, reports);
  const of = (places: { line: number }[]) => places.map(({ line }) => line).sort((a, b) => a - b);
  return { found: of(found), missed: of(missed), falseAlarms: of(falseAlarms), debatable: argued };
}

describe('a report', () => {
  it('matches at most two lines from its label', () => {
    expect(lines([label(10), label(20, { endLine: 25 })], [report(12), report(27)])).toMatchObject({ found: [10, 20], falseAlarms: [] });
    expect(lines([label(10)], [report(13)])).toMatchObject({ found: [], missed: [10], falseAlarms: [13] });
  });

  it('matches only its own file and rule', () => {
    expect(lines([label(10)], [report(10, { file: 'b.ts' })])).toMatchObject({ missed: [10], falseAlarms: [10] });
    expect(lines([label(10)], [report(10, { rule: 'no-y' })])).toMatchObject({ missed: [10], falseAlarms: [] });
  });

  it('matches one label, and a label one report', () => {
    expect(lines([label(10)], [report(10), report(11)])).toMatchObject({ found: [10], falseAlarms: [11] });
    expect(lines([label(10), label(11)], [report(10)])).toMatchObject({ found: [10], missed: [11] });
  });

  it('gives way where another label would go without', () => {
    expect(lines([label(10), label(12)], [report(12), report(14)])).toMatchObject({ found: [10, 12], falseAlarms: [] });
  });

  it('goes to the nearest label, and of two as near to the true one', () => {
    expect(lines([label(12), debatable(10)], [report(10)])).toMatchObject({ missed: [12], debatable: 1 });
    expect(lines([debatable(10), label(10)], [report(10)])).toMatchObject({ found: [10], debatable: 0 });
  });

  it('counts neither way on a debatable label', () => {
    expect(lines([debatable(10)], [report(10)])).toEqual({ found: [], missed: [], falseAlarms: [], debatable: 1 });
  });

  it('is set aside outside the folders in which its rule was labelled', () => {
    const labels = [label(10), label(10, { file: 'lib/a.ts' })];
    const reports = [report(30), report(10, { file: 'lib/a.ts' }), report(30, { file: 'library/a.ts' })];
    expect(lines(labels, reports, { ruleRoots: { [RULE]: ['lib'] } })).toEqual({ found: [10], missed: [], falseAlarms: [], debatable: 0 });
  });

  it('is called careless where somebody wrote down why the line is fine', () => {
    const hardNegatives = [{ file: 'a.ts', line: 10, rule: RULE, why: 'a cache' }];
    expect(score({ repo: 'o/n', roots: [], labels: [], hardNegatives }, RULE, [report(10)]).careless).toMatchObject([{ why: 'a cache' }]);
  });
});

describe('an alternative site', () => {
  it.each([
    ['a line of its file', 'same finding as line 25, at the write', [label(25), label(41)], [25]],
    ['a line of a file', 'same finding as dao.js line 25', [label(25), label(25, { file: 'db/dao.js' }), label(41)], [25]],
    ['a line elsewhere', 'same finding as the plugin line 77, at the call', [label(41), label(77, { file: 'plugin.js' })], [77]],
    ['a file', 'the finding is labelled in lib/prisma.ts', [label(41), label(7, { file: 'src/lib/prisma.ts' })], [7]],
    ['a kind of file', 'its size; labelled in the controller', [label(41), label(7, { file: 'x.controller.ts' })], [7]],
    ['a shared helper', 'on its way to the shared paging helper; labelled there', [label(41), label(7, { file: 'lib/p.ts', tags: ['shared-helper'] })], [7]],
    ['nothing', 'another fair place', [label(7, { file: 'lib/p.ts' }), label(41), label(90)], [41]],
  ])('counts as its twin, which the note names by %s', (_, note, labels, found) => {
    expect(lines([twin(40, note), ...labels].map((one) => ({ ...one })), [report(40)])).toMatchObject({ found, falseAlarms: [] });
  });

  it('adds nothing where the twin has a report of its own', () => {
    expect(lines([twin(40, 'same finding as line 25'), label(25), label(60)], [report(25), report(40)])).toMatchObject({ found: [25], missed: [60], falseAlarms: [] });
  });

  it('adds nothing where the twin is debatable itself', () => {
    expect(lines([twin(40, 'same finding as line 25'), debatable(25), label(60)], [report(40)])).toMatchObject({ found: [], missed: [60] });
  });
});

it('takes for labelled what has a label or a hard negative in any of the repositories', () => {
  const one = { repo: 'a/b', roots: ['.'], labels: [{ file: 'a.ts', line: 1, rule: 'no-x', kind: 'k', verdict: 'tp' as const }] };
  const other = { ...one, labels: [], hardNegatives: [{ file: 'a.ts', line: 2, rule: 'no-a', why: 'fine' }] };
  expect(labelledRules([one, other, one])).toEqual(['no-a', 'no-x']);
});
