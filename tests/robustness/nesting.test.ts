/** However deep code is nested, no rule throws and no stack runs out, the parser's own included; the rest of the file is still judged. */
import { describe, expect, it } from 'vitest';
import { isTooDeep } from '../../src/engine/modules/depth.js';
import { parseModule } from '../../src/engine/modules/parse.js';
import { IS_LONG, lint, TIMEOUT } from './robustness.kit.js';

const within = (open: string, inside = '', close = '') => (times: number): string => open.repeat(times) + inside + close.repeat(times);
const after = (start: string, part: string, end = ';') => (times: number): string => start + part.repeat(times) + end;

/** What can stand inside itself, or go on without an end. */
const SHAPES: readonly (readonly [title: string, code: (times: number) => string])[] = [
  ['arrays', within('x = [', '', ']')],
  ['objects', within('({ a: ', '1', '})')],
  ['calls', within('f(', '1', ')')],
  ['parentheses', within('(', '1', ')')],
  ['blocks', within('{', '', '}')],
  ['functions', within('function f() {', '', '}')],
  ['arrow functions', within('() => ', '1')],
  ['arrow functions in brackets', within('xs.map(async (x) => { await y; ', '', '})')],
  ['defaults of parameters', within('(a = ', '1', ') => 1')],
  ['classes', within('(class { static x = ', '1', '})')],
  ['classes that extend classes', within('(class A extends ', 'B {}', ' {})')],
  ['methods', within('class A { m() {', '', '} }')],
  ['templates', within('`${', '1', '}`')],
  ['tagged templates', after('a', '`x`')],
  ['patterns', (times) => `let ${within('[', 'a', ']')(times)} = x;`],
  ['conditions', within('if (a) ', ';')],
  ['conditions in lines', within('if (a)\n', 'b')],
  ['alternatives', after('if (a) b;', ' else if (a) b;')],
  ['alternatives without semicolons', after('if (a) return b\n', 'else if (a) return b\n')],
  ['alternatives with commas', after('if (a) b, c;', ' else if (a) b, c;')],
  ['alternatives in braces', after('if (a) {}', ' else if (a) {}')],
  ['conditional expressions', within('a ? b : ', 'c')],
  ['conditional expressions in lines', within('a\n? b\n: ', 'c')],
  ['loops', within('for (const a of b) ', ';')],
  ['loops that wait', within('for await (const a of b) ', ';')],
  ['loops with their condition last', within('do ', ';', ' while (a);')],
  ['labels', (times) => `${Array.from({ length: times }, (_, at) => `a${at}:`).join(' ')};`],
  ['switches', within('switch (a) { case 1: ', '', '}')],
  ['tries', within('try {} catch {', '', '}')],
  ['sums', after('x = 1', ' + 1')],
  ['powers', after('x = 1', ' ** 1')],
  ['joined strings', after("query('SELECT'", " + 'x'", ');')],
  ['conjunctions', after('if (a', ' && a', ') b();')],
  ['disjunctions that leave', after('function f() { if (a', ' || a', ') return; b(); }')],
  ['members', after('a', '.b')],
  ['optional members', after('a', '?.b')],
  ['calls of calls', after('a', '.b()')],
  ['builder steps', after("import knex from 'knex';\nconst db = knex({});\nexport const f = async () => { await db('x')", ".where('a', 1)", '; };')],
  ['promise chains', after('x', '.then(() => a)')],
  ['callbacks in callbacks', within('xs.map((x) => ', 'db.user.findMany()', ')')],
  ['casts', after('x = a', ' as b')],
  ['assertions', after('x = a', '!')],
  ['negations', within('!', 'a')],
  ['signs', within('- ', 'a')],
  ['awaits', within('await ', 'a')],
  ['constructions', within('new ', 'A')],
  ['assignments', within('a = ', '1')],
  ['commas', after('x = (a', ', a', ');')],
  ['unions', after('type A = a', ' | a')],
  ['types of functions', after('type A = ', '() => ', 'b')],
  ['types of arrays', after('type A = b', '[]')],
  ['type arguments', (times) => `type A = ${within('B<', 'c', '>')(times)};`],
  ['type arguments after commas', (times) => `type A = ${within('B<c, ', 'c', '>')(times)};`],
  ['conditional types', after('type A = ', 'a extends b ? c : ', 'd')],
  ['namespaces', after('namespace a', '.b', ' {}')],
  ['elements', within('<a>', '', '</a>')],
  ['elements with text', within("<a>some text, it's\nmore", '', '</a>')],
  ['elements in attributes', within('<a b={', '1', '} />')],
  ['brackets whose closing ones stand in strings', within("x = [')', ", '', ']')],
  ['brackets whose closing ones stand in templates', within('x = [`)`, ', '', ']')],
  ['brackets whose closing ones stand in comments', within('x = [/* ] */', '', ']')],
  ['brackets whose closing ones stand in expressions', within('x = [/[)\\]/]/, ', '', ']')],
];

describe('nesting', () => {
  it.each(SHAPES)('%s, ten thousand of them', (title, code) => {
    for (const end of ['.tsx', '.ts', '.js']) expect(lint(`${title.replaceAll(' ', '-')}${end}`, code(10_000)).thrown).toBeUndefined();
  }, TIMEOUT);

  it.each(SHAPES)('%s, as many as are parsed', (title, code) => {
    let [fits, most] = [1, 10_000];
    while (fits < most) {
      const middle = Math.ceil((fits + most) / 2);
      if (isTooDeep(code(middle))) most = middle - 1;
      else fits = middle;
    }
    // More than anybody writes.
    expect(fits).toBeGreaterThan(80);
    expect(lint(`${title.replaceAll(' ', '-')}.tsx`, code(IS_LONG ? fits : Math.min(fits, 1_500))).thrown).toBeUndefined();
  }, TIMEOUT);

  it.each([
    ['sums', (query: string) => `x = 1${' + 1'.repeat(5_000)};\n${query}`],
    ['arrays', (query: string) => `x = ${within('[', '', ']')(100)};\n${query}`],
  ])('%s do not silence the rest of a file', (title, around) => {
    const code = around("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function f(ids: string[]) { for (const id of ids) await prisma.user.delete({ where: { id } }); }\n");
    expect(lint(`beside-${title}.ts`, code).findings).toHaveLength(1);
  }, TIMEOUT);
});

describe('what follows one another is not nested', () => {
  it.each([
    ['statements', 'if (a) b = c ? d : e;\n'],
    ['statements without semicolons', 'const a = b ? c : d\nif (e) f = () => g\n'],
    ['statements in one line', 'if (a) { b = !c } '],
    ['loops with their condition last', 'do { a = 1 } while (b)\n'],
    ['functions', 'function f() { return a ? b : c }\n'],
    ['strings with brackets', "say('([{')\n"],
    ['expressions with brackets', 'a = /[([{]\\(/.test(b)\n'],
    ['an expression after a condition', 'if (a) /[(]/.test(b)\n'],
    ['divisions', 'a = b / c\nd = (e) / f\n'],
    ['templates with brackets', 'a = `([{ ${b} \\` ([{`\n'],
    ['comments with brackets', '// it is (\n/* [ { */ a = 1\n'],
    ['labels of a switch', 'switch (a) { case 1: case 2: b = 1; default: c = 2 }\n'],
    ['types of members', 'interface A { b: Promise<C<D>>\n  e: F<G> }\n'],
    ['decorators', '@a() @b class A { @c() d = 1\n @e f = 2 }\n'],
    ['names of members that are words', 'a.if = b.new\n'],
    ['imports', "import { a as b } from 'c'\n"],
    ['lines of a text in an element', "const a = <p>it's\n b <br/> c</p>\n"],
  ])('%s', (_title, line) => {
    expect(isTooDeep(line.repeat(3_000))).toBe(false);
  });

  it.each([
    ['elements of an array', '[', 'a ? b : () => c, ', ']'],
    ['properties', '({', 'a: new B<C>(), ', '})'],
    ['arguments', 'f(', '!a, -b, ', ')'],
    ['labels of one switch', 'switch (a) {', 'case 1: case 2: b = 1\n', '}'],
    ['elements in elements', '<a>', '<b c="d">it is (e)</b>\n<f />', '</a>'],
  ])('%s', (_title, open, part, close) => {
    expect(isTooDeep(open + part.repeat(800) + close)).toBe(false);
  });

  it('and what is not closed or not opened is no trouble', () => {
    for (const text of ['"', "'a\n", '`', '`${', '/', '/a', '/[', '/*', '//', '}', ')', '</', '<', '>', '!', '+', 'a.', '\\', '\u00a0\u2028a', "'\\", '`\\', '/\\']) {
      expect(isTooDeep(text)).toBe(false);
      expect(() => parseModule('a.tsx', text)).not.toThrow();
    }
  });
});
