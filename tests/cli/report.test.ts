import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { formatReport, reportData } from '../../src/cli/formats/report.js';
import type { ReportData } from '../../src/cli/reportData.js';
import { analysis, finding, handler, numbered } from './reportFixture.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const EVIL = `</script><script>alert(1)</script><img src=x onerror=alert(2)><!--<script>\u2028 ]]> ' " \``;

/** All elements of a page, as a browser would read it. */
function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

const named = (elements: readonly Tree.Element[], name: string): Tree.Element[] => elements.filter(({ tagName }) => tagName === name);
const textOf = (element: Tree.Element | undefined): string => (element?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('');
const attribute = (element: Tree.Element | undefined, name: string): string | undefined => element?.attrs.find((each) => each.name === name)?.value;

describe('the document', () => {
  const html = formatReport(analysis([finding()]), Infinity, NOW);
  const elements = elementsOf(html);
  const scripts = named(elements, 'script');

  it('refers to nothing outside of it', () => {
    const links = elements.flatMap(({ attrs }) => attrs).filter(({ name }) => ['src', 'href', 'srcset', 'action', 'data', 'poster'].includes(name));
    expect(links.map(({ value }) => value)).toEqual(['data:,']);
    expect(textOf(named(elements, 'style')[0])).not.toMatch(/@import|url\(/);
  });

  it('allows its own script, and no other', () => {
    const policy = attribute(elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy'), 'content');
    const [data, code] = scripts;
    expect(scripts).toHaveLength(2);
    expect(attribute(data, 'type')).toBe('application/json');
    const hash = createHash('sha256').update(textOf(code)).digest('base64');
    expect(policy).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; img-src data:`);
  });

  it('keeps the licences of what is bundled', () => {
    const [comment = ''] = /^\/\*![^]*?\*\//.exec(textOf(scripts[1])) ?? [];
    for (const words of [/^preact \d\S+ \(MIT\)$/m, /^d3-sankey \d\S+ \(BSD-3-Clause\)$/m, /Permission is hereby granted, free of charge/, /Redistributions in binary form must reproduce/]) expect(comment).toMatch(words);
  });

  it('says whose it is', () => {
    expect(textOf(named(elements, 'title')[0])).toBe('shop: backend patterns');
  });
});

describe('what analysed code says', () => {
  const evil = analysis(
    [finding({ file: `src/${EVIL}.ts`, message: EVIL, suggestions: [{ message: EVIL }], evidence: [{ file: `src/${EVIL}.ts`, line: 3, column: 1, endLine: 3, endColumn: 4, says: EVIL }] })],
    {
      root: `/home/me/${EVIL.replaceAll('/', '')}`,
      since: EVIL,
      sources: new Map([[`src/${EVIL}.ts`, `${numbered(9)}\nconst x = '${EVIL}';`]]),
      handlers: [handler(EVIL, [EVIL])],
      leftOut: [{ reason: 'generated', paths: [EVIL] }],
      notParsed: [{ file: EVIL, line: 1, column: 1, message: EVIL }],
    },
  );
  const elements = elementsOf(formatReport(evil, Infinity, NOW));

  it('does not break out of the data', () => {
    const harmless = elementsOf(formatReport(analysis([finding()]), Infinity, NOW));
    expect(elements.map(({ tagName }) => tagName)).toEqual(harmless.map(({ tagName }) => tagName));
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on'))).toEqual([]);
  });

  it('is still there, as data', () => {
    const data = JSON.parse(textOf(named(elements, 'script')[0])) as ReportData;
    const evilText = EVIL;
    expect(data.findings[0]).toMatchObject({ message: evilText, fixes: [evilText], evidence: [{ says: evilText }] });
    expect(data.files).toContain(`src/${evilText}.ts`);
    expect(textOf(named(elements, 'title')[0])).toContain('<script>alert(1)');
  });

  it('steers no reader: characters that turn text around are gone', () => {
    const data = reportData(analysis([finding({ message: 'a\u202eb\u0000c', file: 'x.ts' })], { sources: new Map([['x.ts', `${numbered(9)}\n\tif (a\u2066) b();`]]) }), Infinity, NOW);
    expect(data.findings[0]?.message).toBe('a b c');
    expect(data.code[0]?.[0]?.lines.at(-1)).toBe('\tif (a ) b();');
  });
});

describe('the data', () => {
  it('has three lines of code around each place, once', () => {
    const step = { file: 'src/users.ts', line: 14, column: 1, endLine: 14, endColumn: 4, says: 'runs' };
    const { code, files } = reportData(analysis([finding({ line: 10, endLine: 10, evidence: [step, { ...step, line: 30, endLine: 30 }] }), finding({ line: 1, endLine: 1 })]), Infinity, NOW);
    const chunks = code[files.indexOf('src/users.ts')] ?? [];
    expect(chunks.map(({ start, lines }) => [start, start + lines.length - 1])).toEqual([[1, 4], [7, 17], [27, 33]]);
    expect(chunks[1]?.lines[0]).toBe('const a7 = f(7);');
  });

  it('has the first lines of a long place, and the first characters of a long line', () => {
    const { code } = reportData(analysis([finding({ line: 5, endLine: 39 })], { sources: new Map([['src/users.ts', `${numbered(4)}\n${'x'.repeat(5_000)}\n${numbered(40)}`]]) }), Infinity, NOW);
    expect(code[0]).toHaveLength(1);
    expect(code[0]?.[0]?.lines).toHaveLength(18);
    expect(code[0]?.[0]?.lines[3]).toBe(`${'x'.repeat(400)} …`);
  });

  it('does without code that nobody could read, or that is shorter than it was', () => {
    expect(reportData(analysis([finding()], { sources: new Map() }), Infinity, NOW).code).toEqual({});
    expect(reportData(analysis([finding({ line: 30, endLine: 30 })], { sources: new Map([['src/users.ts', 'one line']]) }), Infinity, NOW).code).toEqual({ 0: [] });
  });

  it('has a different id for each finding, and the same one each time', () => {
    const same = [finding({ fingerprint: 'abc' }), finding({ fingerprint: 'abc', file: 'src/other.ts' })];
    const ids = reportData(analysis(same), Infinity, NOW).findings.map(({ id }) => id);
    expect(ids).toEqual(['abc', 'abc.2']);
  });

  it('lists as many findings as are wanted, and says how many there are', () => {
    const data = reportData(analysis([finding(), finding(), finding({ rule: 'require-transaction' })]), 2, NOW);
    expect(data).toMatchObject({ found: 3, findings: [{}, {}], written: '2026-03-01T12:00:00.000Z' });
    expect(data.rules.map(({ name }) => name)).toEqual(['no-n-plus-one']);
  });

  it('says what the baseline knows', () => {
    const data = reportData(analysis([finding(), finding({ known: true })]), Infinity, NOW);
    expect(data.findings.map(({ known }) => known)).toEqual([false, true]);
    expect(data).toMatchObject({ known: 1, errors: 1 });
  });

  it('has a query once that several handlers reach', () => {
    const { handlers, queries } = reportData(analysis([], { handlers: [handler('GET /a', ['user', 'order']), handler('GET /b', ['user', ''])] }), Infinity, NOW);
    expect(handlers.map((each) => each.queries)).toEqual([[0, 1], [0, 2]]);
    expect(queries.map(({ model }) => model)).toEqual(['user', 'order', '']);
  });

  it('names a project at the root of a disk', () => {
    expect(reportData(analysis([], { root: '/' }), Infinity, NOW).project).toBe('/');
  });

  it('counts all paths that were left out, and lists some', () => {
    const paths = Array.from({ length: 900 }, (_, index) => `dist/${index}.js`);
    const [left] = reportData(analysis([], { leftOut: [{ reason: 'build output', paths }] }), Infinity, NOW).leftOut;
    expect(left).toMatchObject({ count: 900, reason: 'build output' });
    expect(left?.paths).toHaveLength(500);
  });
});
