/** No file makes a rule throw, hang or run out of stack: whatever is in it, and whoever parsed it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import { scratch } from '#kit';
import { LARGEST_FILE } from '../../src/engine/modules/parse.js';
import { rules } from '../../src/plugin/rules.js';

const TIMEOUT = 120_000;
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const suite = path.join(modules, 'test262-parser-tests');
const typescript = path.join(modules, 'typescript/lib');
const home = scratch({ 'package.json': '{ "name": "app" }' });
const linter = new Linter({ configType: 'flat', cwd: home });

/** A host whose own parser says nothing of the text: what the rules see is what the engine reads by itself. */
const blank: Linter.Parser = {
  parseForESLint: (text: string) => ({ ast: { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } } } }),
};

/** Lints a text with every rule; what is thrown, or else the findings. */
function lint(name: string, text: string, parser: Linter.Parser = blank): { readonly thrown?: string; readonly findings: readonly Linter.LintMessage[] } {
  try {
    const findings = linter.verify(
      text,
      {
        files: ['**/*.*', '**/odd'],
        languageOptions: { parser },
        plugins: { 'backend-patterns': { rules: rules } },
        rules: Object.fromEntries(Object.keys(rules).map((rule) => [`backend-patterns/${rule}`, 'error' as const])),
      },
      { filename: path.join(home, name) },
    );
    if (findings.some(({ ruleId, fatal }) => ruleId === null && !fatal)) throw new Error('no rule was run');
    return { findings };
  } catch (error) {
    return { thrown: `${name}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`, findings: [] };
  }
}

/** What is thrown over all files of a folder. */
function thrownOver(folder: string, names: readonly string[], parser?: Linter.Parser, change: (text: string) => string = (text) => text): string[] {
  return names.flatMap((name) => lint(`${path.basename(folder)}/${name}`, change(fs.readFileSync(path.join(folder, name), 'utf8')), parser).thrown ?? []);
}

describe('files of all kinds', () => {
  it.each(['pass', 'pass-explicit', 'early', 'fail'])('test262: %s', (folder) => {
    const names = fs.readdirSync(path.join(suite, folder));
    expect(names.length).toBeGreaterThan(600);
    expect(thrownOver(path.join(suite, folder), names)).toEqual([]);
  }, TIMEOUT);

  it('trees of another parser, where the engine cannot read the text itself', () => {
    const folder = path.join(suite, 'pass');
    // A NUL makes the text binary for the engine, and is a comment's business for the host.
    const parser: Linter.Parser = { parse: (text: string) => espree.parse(text, { ecmaVersion: 'latest', range: true, loc: true, tokens: true, comment: true }) };
    expect(thrownOver(folder, fs.readdirSync(folder).filter((name) => !name.endsWith('.module.js')), parser, (text) => `${text}\n// \0`)).toEqual([]);
  }, TIMEOUT);

  it('declarations and scripts of the TypeScript compiler', () => {
    const names = fs.readdirSync(typescript).filter((name) => /\.(?:js|d\.ts)$/.test(name));
    expect(names.length).toBeGreaterThan(80);
    expect(thrownOver(typescript, names)).toEqual([]);
  }, TIMEOUT);

  it('a large file of real code, in time', () => {
    const text = fs.readFileSync(path.join(typescript, '_tsc.js'), 'utf8');
    // Whole top-level functions, as many as the size limit lets through.
    const cut = text.lastIndexOf('\n}\n', LARGEST_FILE - 10);
    expect(cut).toBeGreaterThan(LARGEST_FILE * 0.8);
    expect(lint('large.js', text.slice(0, cut + 3))).toEqual({ findings: [] });
  }, TIMEOUT);
});

describe('odd files', () => {
  const query = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function f(ids: string[]) { for (const id of ids) await prisma.user.delete({ where: { id } }); }\n";

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a comment', '// nothing'],
    ['a comment that does not end', '/* nothing'],
    ['half a statement', 'const x = {'],
    ['no text', '\0\0\0'],
    ['lone surrogates', "const x = '\ud800'; const \u{20bb7} = 1;"],
    ['line separators', 'const a = 1;\u2028const b = 2;\u2029'],
    ['HTML comments', '<!-- x\nlet a;\n--> y\n'],
  ])('%s', (_title, text) => {
    for (const name of ['odd.ts', 'odd.tsx', 'odd.js', 'odd.mjs', 'odd.cjs', 'odd.vue', 'odd']) expect(lint(name, text)).toEqual({ findings: [] });
  });

  it.each([
    ['a byte order mark', `\uFEFF${query}`],
    ['a shebang', `#!/usr/bin/env node\n${query}`],
    ['Windows line ends', query.replaceAll('\n', '\r\n')],
    ['directives', `'use strict';\n${query}`],
  ])('%s changes nothing', (title, text) => {
    const { findings, thrown } = lint(`${title.replaceAll(' ', '-')}.ts`, text);
    expect(thrown).toBeUndefined();
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['backend-patterns/no-n-plus-one']);
    const [finding] = findings;
    // The squiggle stands on the call, wherever the line begins.
    const line = text.replace('\uFEFF', '').split(/\r?\n/)[(finding?.line ?? 0) - 1] ?? '';
    expect(line.slice((finding?.column ?? 0) - 1)).toMatch(/^prisma\.user\.delete/);
  });

  it('a file with no name', () => {
    expect(() => linter.verify(query, { plugins: { 'backend-patterns': { rules: rules } }, languageOptions: { parser: blank }, rules: { 'backend-patterns/no-n-plus-one': 'error' } })).not.toThrow();
  });

  it('a file that is too large says nothing', () => {
    const { findings } = lint('huge.ts', `${query}//${'x'.repeat(LARGEST_FILE)}`);
    expect(findings).toEqual([]);
    expect(lint('small.ts', query).findings).toHaveLength(1);
  });
});

describe('nesting', () => {
  const nested = (open: string, close: string, inside = '', times = 5_000) => open.repeat(times) + inside + close.repeat(times);

  it.each([
    ['arrays', `x = ${nested('[', ']')};`],
    ['objects', `x = ${nested('{ a: ', '}', '1')};`],
    ['calls', `${nested('f(', ')', '1')};`],
    ['parentheses', `${nested('(', ')', '1')};`],
    ['blocks', nested('{', '}')],
    ['functions', nested('function f() {', '}')],
    ['arrow functions', `x = ${nested('() => ', '', '1')};`],
    ['classes', `x = ${nested('class { static x = ', '}', '1')};`],
    ['templates', `x = ${nested('`${', '}`', '1')};`],
    ['patterns', `let ${nested('[', ']', 'a')} = x;`],
    ['conditions', nested('if (a) ', '', ';')],
    ['alternatives', `if (a) b;${' else if (a) b;'.repeat(3_000)}`],
    ['conditional expressions', `x = ${nested('a ? b : ', '', 'c')};`],
    ['loops', nested('for (const a of b) ', '', ';', 3_000)],
    ['sums', `x = 1${' + 1'.repeat(5_000)};`],
    ['joined strings', `query('SELECT'${" + 'x'".repeat(30_000)});`],
    ['conjunctions', `if (a${' && a'.repeat(30_000)}) b();`],
    ['disjunctions that leave', `function f() { if (a${' || a'.repeat(30_000)}) return; b(); }`],
    ['members', `a${'.b'.repeat(30_000)};`],
    ['calls of calls', `a${'.b()'.repeat(5_000)};`],
    ['builder steps', `import knex from 'knex';\nconst db = knex({});\nexport const f = async () => { await db('x')${".where('a', 1)".repeat(5_000)}; };`],
    ['optional members', `a${'?.b'.repeat(5_000)};`],
    ['casts', `x = a${' as b'.repeat(5_000)};`],
    ['negations', `x = ${'!'.repeat(3_000)}a;`],
    ['assignments', `${'a = '.repeat(3_000)}1;`],
    ['commas', `x = (a${', a'.repeat(5_000)});`],
    ['unions', `type A = a${' | a'.repeat(5_000)};`],
    ['type arguments', `type A = ${nested('B<', '>', 'c', 1_500)};`],
    ['elements', `x = ${nested('<a>', '</a>', '', 3_000)};`],
    ['promise chains', `x${'.then(() => a)'.repeat(5_000)};`],
    ['callbacks in callbacks', nested('xs.map((x) => ', ')', 'db.user.findMany()', 3_000)],
  ])('%s', (title, code) => {
    expect(lint(`${title.replaceAll(' ', '-')}.${title === 'casts' ? 'ts' : 'tsx'}`, code).thrown).toBeUndefined();
  }, TIMEOUT);

  it.each([
    ['sums', (query: string) => `x = 1${' + 1'.repeat(5_000)};\n${query}`],
    ['arrays', (query: string) => `x = ${nested('[', ']', '', 100)};\n${query}`],
  ])('%s do not silence the rest of a file', (title, around) => {
    const code = around("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function f(ids: string[]) { for (const id of ids) await prisma.user.delete({ where: { id } }); }\n");
    expect(lint(`beside-${title}.ts`, code).findings).toHaveLength(1);
  }, TIMEOUT);
});

describe('circles and crowds', () => {
  const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
  const names = Array.from({ length: 1_000 }, (_, index) => `f${String(index)}`);

  it.each([
    ['variables that hold each other', 'let a = b; let b = a; a.x(); for (const x of a) await b.y(x);'],
    ['a variable that holds itself', 'let a = a; a.b.c(); const { d = d } = d; d();'],
    ['a class that extends itself', 'class A extends A { x = this.x; get y() { return this.y; } m() { return super.m(); } } new A().m().x.y; A.z();'],
    ['classes that extend each other', 'class A extends B {} class B extends A {} new A().x(); B.y(); class C extends B { constructor(private a: A) { super(); } m() { this.a.m(); } }'],
    ['objects that spread each other', 'const a = { ...b, f() { return b.f(); } }; const b = { ...a }; a.x.y(); b.f().g();'],
    ['functions that return each other', 'function f() { return g(); } function g() { return f(); } f().x(); g().y.z(); for (const x of f()) await g(x);'],
    ['a function that is its own argument', 'function f(g) { return g(f); } f(f)(f); const h = (x = h) => x(h); h(h);'],
    ['types that name each other', 'type A = B; type B = A; interface C extends D { x: C } interface D extends C {} type E = E[]; function f(a: A, c: C, e: E) { a.x(); c.x.x.y(); for (const x of e) x.z(); }'],
    ['a default of a parameter that is another parameter', 'function f(a = b, b = a) { a.x(); b.y(); } f();'],
    ['a handler that registers itself', "import express from 'express'; const app = express(); function f(req, res) { app.get('/', f); res.send(f); } app.get('/', f); app.use(app);"],
    ['an error that is its own message', "try { x(); } catch (e) { e = e; let m = m || e; res.send(m); throw e; }"],
    ['a prototype of itself', 'function F() { this.x = this; this.y = new F(); } F.prototype.z = F.prototype.z; F.prototype.self = function () { return this.self().x.y.z; }; new F().self();'],
    ['exports of themselves', "export { a as b }; export { b as a } from './self'; export * from './circles'; module.exports = module.exports; module.exports = require('./circles'); exports.x = exports;"],
  ])('%s', (_title, code) => {
    for (const name of ['circles.ts', 'circles.js']) expect(lint(name, code).thrown).toBeUndefined();
  }, TIMEOUT);

  it.each([
    ['functions that each call the next', `${prisma}${names.map((name, index) => `export async function ${name}(x) { await ${names[index + 1] ?? 'prisma.user.findMany'}(x); }`).join('\n')}\nfor (const x of xs) await f0(x);`],
    ['functions that each call two others', `${prisma}${names.map((name, index) => `async function ${name}(x) { await ${names[(index * 2 + 1) % 1_000] ?? ''}(x); await ${names[(index * 7 + 3) % 1_000] ?? ''}(x); }`).join('\n')}\nfor (const x of xs) await f0(x);`],
    ['variables that each hold the one before', `${prisma}const v0 = prisma;\n${names.slice(1).map((_, index) => `const v${String(index + 1)} = v${String(index)};`).join('\n')}\nawait v999.user.findMany();`],
    ['a thousand handlers', `import express from 'express';\n${prisma}const app = express();\n${names.map((name) => `app.get('/${name}', async (req, res) => { const rows = await prisma.user.findMany({ take: Number(req.query.limit) }); try { res.json(rows); } catch (error) { res.status(500).json({ error: error.message }); } });`).join('\n')}`],
    ['one function called a thousand times', `${prisma}async function load(id, password) { const user = await prisma.user.update({ where: { id }, data: { password } }); return user; }\n${names.map((name) => `export async function ${name}(a) { for (const x of a.list) await load(x.id, x.password); }`).join('\n')}`],
    ['ten thousand elements', `export const data = [${'{ id: 1, name: "x", tags: ["a"] }, '.repeat(10_000)}];\nfor (const row of data) await db.user.create({ data: row });`],
    ['ten thousand properties', `export const data = { ${Array.from({ length: 10_000 }, (_, index) => `k${String(index)}: () => data.k${String(index + 1)}()`).join(', ')} };\ndata.k0();`],
    ['ten thousand assignments of one variable', `let a;\n${'a = a.b(c);\n'.repeat(10_000)}a.findMany();`],
  ])('%s, in time', (title, code) => {
    expect(lint(`${title.replaceAll(' ', '-').replaceAll(',', '')}.ts`, code).thrown).toBeUndefined();
  }, TIMEOUT);
});

describe('broken code', () => {
  const folder = fileURLToPath(new URL('../../examples/orders-api/', import.meta.url));
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name) && !name.includes('node_modules'));

  it('loses, doubles or swaps a token somewhere', () => {
    expect(files.length).toBeGreaterThan(0);
    const thrown = files.flatMap((name) => {
      const tokens = fs.readFileSync(path.join(folder, name), 'utf8').match(/\w+|\s+|[^\w\s]/g) ?? [''];
      // Always the same places: a failure must be there again on the next run.
      return Array.from({ length: 60 }, (_, round) => {
        const at = (round * 7_919) % tokens.length;
        const other = (round * 104_729 + 13) % tokens.length;
        const changed = round % 3 === 0 ? tokens.toSpliced(at, 1) : round % 3 === 1 ? tokens.toSpliced(at, 0, tokens[at] ?? '') : tokens.with(at, tokens[other] ?? '').with(other, tokens[at] ?? '');
        return lint(`broken/${String(round)}/${name}`, changed.join('')).thrown;
      }).filter((each) => each !== undefined);
    });
    expect(thrown).toEqual([]);
  }, TIMEOUT);
});
