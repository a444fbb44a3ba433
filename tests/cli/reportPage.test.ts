/** What the page of the report works out, apart from showing it. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/cli/analysis.js';
import { reportData } from '../../src/cli/formats/report.js';
import type { ReportChunk, ReportPlace } from '../../src/cli/reportData.js';
import { type CodeLine, linesAt } from '../../src/report/code.js';
import { chosen, filesOf, groupsOf, type Item, itemsOf, tallyOf } from '../../src/report/findings.js';
import { folderBoxes, foldersIn, stepsTo } from '../../src/report/folders.js';
import { hintsOf, mapOf, type Route, routesOf, routesWith } from '../../src/report/map.js';
import { isNarrowed, readState, START, type State, writeState } from '../../src/report/state.js';
import { counted, fitted, fittedPath, partsOf } from '../../src/report/words.js';
import { analysis, finding, handler } from './reportFixture.js';

const dataOf = (...given: Parameters<typeof analysis>) => reportData(analysis(...given), Infinity, new Date(0));
const itemsFor = (...findings: Finding[]): Item[] => itemsOf(dataOf(findings));
const inFiles = (...files: string[]): Item[] => itemsFor(...files.map((file) => finding({ file })));

describe('the state in the hash', () => {
  it('comes back as it was', () => {
    const state: State = { query: 'a & b=#', focuses: ['security', 'quality'], severity: 'error', rule: 'no-x', path: 'src/a b/ü.ts', known: true, finding: 'abc.2', handler: 'src/a.ts:3:2' };
    expect(readState(`#${writeState(state)}`)).toEqual(state);
    expect(writeState(state)).toContain('path=src/a');
    expect(writeState(START)).toBe('');
    expect(readState('')).toEqual(START);
  });

  it('is not put off by what is none of ours', () => {
    expect(readState('#focus=magic,security&severity=fatal&%%%')).toEqual({ ...START, focuses: ['security'] });
    expect(readState('#findings')).toEqual(START);
  });

  it('knows whether anything is narrowed', () => {
    expect(isNarrowed({ ...START, known: true, finding: 'x', handler: 'y' })).toBe(false);
    expect(isNarrowed({ ...START, focuses: ['quality'] })).toBe(true);
    expect(isNarrowed({ ...START, path: 'src/' })).toBe(true);
  });
});

describe('filters', () => {
  const step = { file: 'src/other.ts', line: 1, column: 1, endLine: 1, endColumn: 2, says: 'is caught' };
  const items = itemsFor(
    finding({ fingerprint: 'raw', rule: 'no-raw-error-response', file: 'src/http/errors.ts', message: 'The text of `err` goes out.', evidence: [step] }),
    finding({ fingerprint: 'loop', file: 'src/users.ts', suggestions: [{ message: 'Use findMany' }] }),
    finding({ fingerprint: 'old', file: 'src/users.ts', known: true }),
    finding({ fingerprint: 'writes', rule: 'require-transaction', file: 'lib/orders.ts' }),
  );
  const left = (change: Partial<State>, but?: Parameters<typeof chosen>[2]): string[] => chosen(items, { ...START, ...change }, but).map(({ finding: { id } }) => id);

  it.each<[string, Partial<State>, string[]]>([
    ['nothing, which hides what the baseline knows', {}, ['raw', 'loop', 'writes']],
    ['what the baseline knows, when it is asked for', { known: true }, ['raw', 'loop', 'old', 'writes']],
    ['a known finding that a link leads to', { finding: 'old' }, ['raw', 'loop', 'old', 'writes']],
    ['a focus', { focuses: ['security'] }, ['raw']],
    ['focuses', { focuses: ['security', 'quality'] }, ['raw', 'writes']],
    ['a severity', { severity: 'warning' }, ['writes']],
    ['a rule', { rule: 'no-n-plus-one' }, ['loop']],
    ['a folder', { path: 'src/' }, ['raw', 'loop']],
    ['a file', { path: 'src/users.ts' }, ['loop']],
    ['words in any order and case', { query: 'ERR text' }, ['raw']],
    ['words of the evidence and its file', { query: 'caught other.ts' }, ['raw']],
    ['words of a fix', { query: 'findmany' }, ['loop']],
    ['words that are nowhere', { query: 'nowhere' }, []],
  ])('narrow by %s', (_, change, expected) => {
    expect(left(change)).toEqual(expected);
  });

  it('leave open what a chart offers to choose', () => {
    expect(left({ rule: 'no-n-plus-one' }, 'rule')).toEqual(['raw', 'loop', 'writes']);
    expect(left({ path: 'lib/' }, 'path')).toEqual(['raw', 'loop', 'writes']);
    expect(left({ focuses: ['quality'] }, 'focuses')).toEqual(['raw', 'loop', 'writes']);
  });

  it('are counted, known ones apart', () => {
    expect(tallyOf(items)).toEqual({ errors: 2, warnings: 1, known: 1 });
  });

  it('leave findings out whose rule or file the data does not have', () => {
    const data = dataOf([finding()]);
    expect(itemsOf({ ...data, rules: [] })).toEqual([]);
    expect(itemsOf({ ...data, files: [] })).toEqual([]);
  });
});

describe('groups', () => {
  it('go by focus, errors first, most first', () => {
    const data = dataOf([finding({ rule: 'require-transaction' }), finding(), finding({ rule: 'no-raw-error-response' }), finding({ known: true })]);
    const groups = groupsOf(itemsOf(data), [...data.rules, { ...data.rules[0]!, name: 'silent' }]);
    expect(groups.map(({ rule, items }) => [rule.name, items.length])).toEqual([['no-raw-error-response', 1], ['no-n-plus-one', 2], ['require-transaction', 1]]);
    const two = [{ ...data.rules[0]!, name: 'b', severity: 'warning' as const }, { ...data.rules[0]!, name: 'a' }];
    const items = itemsOf(data).slice(0, 1).flatMap((item) => two.map((rule) => ({ ...item, rule })));
    expect(groupsOf(items, two).map(({ rule }) => rule.name)).toEqual(['a', 'b']);
  });

  it('of files have the fullest first', () => {
    const files = filesOf(inFiles('b.ts', 'c.ts', 'a.ts', 'c.ts'));
    expect(files.map(({ file, count }) => [file, count])).toEqual([['c.ts', 2], ['a.ts', 1], ['b.ts', 1]]);
    expect(files[0]?.byFocus).toEqual(new Map([['performance', 2]]));
  });
});

describe('folders', () => {
  const shown = (items: readonly Item[], inside = ''): [string, number][] => foldersIn(items, inside).map(({ name, items: own }) => [name, own.length]);

  it('that hold much of it are opened', () => {
    expect(shown(inFiles('src/a/x.ts', 'src/a/y.ts', 'src/a/y.ts', 'src/b/z.ts', 'index.ts'))).toEqual([['src/a/y.ts', 2], ['index.ts', 1], ['src/a/x.ts', 1], ['src/b/z.ts', 1]]);
  });

  it('that hold little stay closed', () => {
    const many = Array.from({ length: 20 }, (_, index) => `src/big${index}/x.ts`);
    expect(shown(inFiles(...many, 'src/small/a.ts', 'src/small/b.ts'))).toContainEqual(['src/small/', 2]);
  });

  it('that hold nearly all of it are opened, however much is in them', () => {
    const many = Array.from({ length: 40 }, (_, index) => `api/f${index}.ts`);
    expect(shown(inFiles(...many, 'x.ts', 'x.ts')).slice(0, 2)).toEqual([['x.ts', 2], ['api/f0.ts', 1]]);
    const spread = [1, 2, 3].flatMap((folder) => many.map((file) => `${folder}/${file}`));
    expect(shown(inFiles(...spread))).toEqual([['1/api/', 40], ['2/api/', 40], ['3/api/', 40]]);
  });

  it('are named from the one that is looked into', () => {
    expect(shown(inFiles('src/a/x.ts', 'src/a/y.ts'), 'src/a/')).toEqual([['x.ts', 1], ['y.ts', 1]]);
  });

  it('that are too many to be seen are put together', () => {
    const folders = foldersIn(inFiles(...Array.from({ length: 40 }, (_, index) => `f${index}/x.ts`), 'f0/y.ts'), '');
    expect(folders).toHaveLength(28);
    expect(folders[0]).toMatchObject({ path: 'f0/' });
    expect(folders.at(-1)).toMatchObject({ path: '', name: '13 others' });
    expect(folders.at(-1)?.items).toHaveLength(13);
  });

  it('become boxes as large as what they count, within the chart', () => {
    const items = [...inFiles('a/x.ts', 'a/x.ts', 'a/x.ts', 'b/x.ts'), ...itemsFor(finding({ rule: 'require-transaction', file: 'b/x.ts' }))];
    const boxes = folderBoxes(foldersIn(items, ''), 400, 200);
    expect(boxes.map(({ folder, parts }) => [folder.name, parts.map(({ focus, count }) => `${count} ${focus}`)])).toEqual([['a/x.ts', ['3 performance']], ['b/x.ts', ['1 performance', '1 quality']]]);
    const [a, b] = boxes.map(({ width, height }) => width * height);
    expect(a!).toBeGreaterThan(b!);
    for (const { x, y, width, height } of boxes.flatMap((box) => [box, ...box.parts])) expect([x >= 0, y >= 0, x + width <= 400, y + height <= 200]).toEqual([true, true, true, true]);
    expect(folderBoxes([], 400, 200)).toEqual([]);
  });

  it('have a way back up', () => {
    expect(stepsTo('src/a/x.ts')).toEqual([{ path: 'src/', name: 'src/' }, { path: 'src/a/', name: 'a/' }, { path: 'src/a/x.ts', name: 'x.ts' }]);
    expect(stepsTo('')).toEqual([]);
  });
});

describe('the map', () => {
  const routes = (...handlers: ReturnType<typeof handler>[]): Route[] => routesOf(dataOf([], { handlers }));

  it('has handlers that query, most queries first, each with a key of its own', () => {
    const found = routes(handler('GET /a', ['user']), handler('GET /b', ['user', 'order', '']), handler('GET /c', []), handler('GET /d', ['user']));
    expect(found.map(({ key, name }) => [key, name])).toEqual([['src/routes.ts:4:2', 'GET /b'], ['src/routes.ts:4', 'GET /a'], ['src/routes.ts:4:4', 'GET /d']]);
    expect(found[0]?.queries.map(({ model, access }) => [model, access])).toEqual([['user', 'read'], ['order', 'write'], ['Prisma (other)', 'read']]);
  });

  it('is searched by name, file and model', () => {
    const found = routes(handler('GET /users', ['user']), handler('POST /orders', ['order']));
    expect(routesWith(found, 'post order').map(({ name }) => name)).toEqual(['POST /orders']);
    expect(routesWith(found, 'routes.ts')).toHaveLength(2);
    expect(routesWith(found, 'nobody')).toEqual([]);
  });

  it('tells handlers of one name apart by their files', () => {
    const hints = hintsOf(routes(
      handler('POST', ['a'], { file: 'app/links/route.ts' }),
      handler('POST', ['a'], { file: 'app/tags/route.ts' }),
      handler('GET', ['a'], { file: 'app/tags/route.ts', line: 9 }),
      handler('PUT', ['a'], { file: 'x.ts' }),
      handler('PUT', ['a'], { file: 'lib/x.ts' }),
    ));
    expect([...hints.values()].sort()).toEqual(['lib/x.ts', 'links/route.ts', 'route.ts', 'tags/route.ts', 'x.ts']);
  });

  it('has a ribbon for reads and one for writes, as thick as there are queries', () => {
    const { spots, ribbons, height } = mapOf(routes(handler('GET /a', ['user', 'user', 'user']), handler('GET /b', ['order'], { line: 9 })), 800, 200);
    expect(ribbons.map(({ from, to, access, count }) => [from, to, access, count])).toEqual([
      ['h:src/routes.ts:4', 'm:user', 'read', 2],
      ['h:src/routes.ts:4', 'm:user', 'write', 1],
      ['h:src/routes.ts:9', 'm:order', 'read', 1],
    ]);
    expect(ribbons[0]!.thickness).toBeCloseTo(2 * ribbons[1]!.thickness);
    expect(spots.map(({ label, side, reads, writes, x }) => [label, side, reads, writes, x])).toEqual([
      ['GET /a', 'handler', 2, 1, 200],
      ['GET /b', 'handler', 1, 0, 200],
      ['user', 'model', 2, 1, 592],
      ['order', 'model', 1, 0, 592],
    ]);
    for (const spot of spots) expect(spot.y + spot.height).toBeLessThanOrEqual(height);
  });

  it('puts rare models together', () => {
    const models = Array.from({ length: 60 }, (_, index) => `model${index}`);
    const { spots } = mapOf(routes(handler('GET /all', [...models, 'model0'])), 300, 200);
    const right = spots.filter(({ side }) => side === 'model');
    expect(right).toHaveLength(40);
    expect(right.find(({ key }) => key === '')).toMatchObject({ label: '21 others', reads: 10, writes: 11 });
  });

  it('keeps labels apart, of hundreds as of two', () => {
    const many = Array.from({ length: 300 }, (_, index) => handler(`GET /${index}`, Array.from({ length: 1 + (index % 7) }, (_each, nth) => `m${(index + nth) % 50}`), { line: index }));
    const { spots } = mapOf(routes(...many), 900, 250);
    const middles = spots.filter(({ side }) => side === 'handler').map(({ y, height }) => y + height / 2).sort((a, b) => a - b);
    const gaps = middles.slice(1).map((middle, index) => middle - middles[index]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14);
  });

  it('of nothing is empty', () => {
    expect(mapOf([], 800, 200)).toEqual({ spots: [], ribbons: [], height: 0 });
  });
});

describe('code', () => {
  const chunk = (text: string, start = 1): ReportChunk => ({ start, lines: text.split('\n') });
  const place = (line: number, column: number, endLine = line, endColumn = column + 1): ReportPlace => ({ file: 0, line, column, endLine, endColumn });
  const marked = (lines: readonly CodeLine[]): string[] => lines.map(({ tokens }) => tokens.filter((token) => token.marked).map(({ text }) => text).join(''));
  const plain = (lines: readonly CodeLine[]): string[] => lines.map(({ tokens }) => tokens.map(({ text }) => text).join(''));
  const kinds = (text: string): string[] => linesAt([chunk(text)], place(1, 1, 1, 1), 20, 12).flatMap(({ tokens }) => tokens.filter(({ text: each }) => each.trim() !== '').map(({ text: each, kind }) => `${kind} ${each.trim()}`));

  it('is cut around a place, and marked', () => {
    const lines = linesAt([chunk('a', 1), chunk('one\ntwo\nthree(x)\nfour\nfive', 7)], place(9, 7, 9, 8), 1, 12);
    expect(lines.map(({ number }) => number)).toEqual([8, 9, 10]);
    expect(plain(lines)).toEqual(['two', 'three(x)', 'four']);
    expect(marked(lines)).toEqual(['', 'x', '']);
    expect(lines.map((line) => line.marked)).toEqual([false, true, false]);
  });

  it('loses the indentation that all lines share, and marks none', () => {
    const lines = linesAt([chunk('    if (x) {\n      call({\n        a,\n\n      });\n    }')], place(2, 7, 5, 9), 1, 12);
    expect(plain(lines)).toEqual(['if (x) {', '  call({', '    a,', '', '  });', '}']);
    expect(marked(lines)).toEqual(['', 'call({', 'a,', '', '})', '']);
  });

  it('of a long place shows the first lines', () => {
    const lines = linesAt([chunk(Array.from({ length: 40 }, (_, index) => `l${index + 1}`).join('\n'))], place(5, 1, 30, 3), 2, 4);
    expect(lines.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('that is not there is left out', () => {
    expect(linesAt([chunk('a')], place(5, 1), 3, 12)).toEqual([]);
    expect(plain(linesAt([chunk('\n  \n')], place(2, 1), 3, 12))).toEqual(['', '  ', '']);
  });

  it.each([
    ['words, names of calls and numbers', 'const total = sum(12);', ['keyword const', 'plain total =', 'name sum', 'plain (', 'number 12', 'plain );']],
    ['a property that is called like a word', 'cache.delete(key)', ['plain cache.', 'name delete', 'plain (key)']],
    ['strings and what looks like a comment in them', `get('http://x')`, ['name get', 'plain (', `string 'http://x'`, 'plain )']],
    ['comments', 'a // b', ['plain a', 'comment // b']],
    ['what goes over lines', 'f(`a\nb`) /* c\nd', ['name f', 'plain (', 'string `a', 'string b`', 'plain )', 'comment /* c', 'comment d']],
    ['a string that is not closed', `a = 'b\nc`, ['plain a =', `string 'b`, 'plain c']],
    ['characters beyond', 'é = "😀" 😀', ['plain é =', 'string "😀"', 'plain 😀']],
  ])('is coloured: %s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('words', () => {
  it('count', () => {
    expect([counted(1, 'file'), counted(1_204, 'file'), counted(2, 'query', 'queries')]).toEqual(['1 file', '1,204 files', '2 queries']);
  });

  it('have code between backticks', () => {
    expect(partsOf('`a` runs in ` and `b`')).toEqual([{ text: 'a', code: true }, { text: ' runs in ', code: false }, { text: ' and ', code: true }, { text: 'b`', code: false }]);
    expect(partsOf('plain')).toEqual([{ text: 'plain', code: false }]);
    expect(partsOf('')).toEqual([]);
  });

  it('are cut to what fits', () => {
    expect([fitted('short', 5), fitted('longer', 5), fitted('longer', 0)]).toEqual(['short', 'long…', 'l…']);
    expect(fittedPath('src/a/b.ts', 20)).toBe('src/a/b.ts');
    expect(fittedPath('server/routes/api/', 12)).toBe('…/api/');
    expect(fittedPath('server/routes/api/', 13)).toBe('…/routes/api/');
    expect(fittedPath('server/notifications/', 9)).toBe('notifica…');
    expect(fittedPath('collaboration.ts', 6)).toBe('colla…');
  });
});
