/** Code that goes in circles, that comes in crowds, or that is broken: no rule throws, and none takes long. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint, TIMEOUT } from './robustness.kit.js';

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
    ['a sum that is added to itself', "import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); async function f(id) { const row = await prisma.account.findUnique({ where: { id } }); let x = row.balance; x += x; x += y; var y = 1; y += x; await prisma.account.update({ where: { id }, data: { balance: row.balance + x } }); }"],
    ['exports of themselves', "export { a as b }; export { b as a } from './self'; export * from './circles'; module.exports = module.exports; module.exports = require('./circles'); exports.x = exports;"],
  ])('%s', (_title, code) => {
    for (const name of ['circles.ts', 'circles.js']) expect(lint(name, code).thrown).toBeUndefined();
  }, TIMEOUT);

  it.each([
    ['functions that each call the next', `${prisma}${names.map((name, index) => `export async function ${name}(x) { await ${names[index + 1] ?? 'prisma.user.findMany'}(x); }`).join('\n')}\nfor (const x of xs) await f0(x);`],
    ['functions that each call two others', `${prisma}${names.map((name, index) => `async function ${name}(x) { await ${names[(index * 2 + 1) % 1_000] ?? ''}(x); await ${names[(index * 7 + 3) % 1_000] ?? ''}(x); }`).join('\n')}\nfor (const x of xs) await f0(x);`],
    ['functions that all call one another and hold what they get', names.map((name, index) => `function ${name}(node, env) { const a = ${names[(index * 2 + 1) % 1_000] ?? ''}(node.left, env); const b = ${names[(index * 7 + 3) % 1_000] ?? ''}(node.right, a); return a ? a : (${names[(index * 5 + 2) % 1_000] ?? ''}(b, env) ?? b); }`).join('\n')],
    ['variables that each hold the one before', `${prisma}const v0 = prisma;\n${names.slice(1).map((_, index) => `const v${String(index + 1)} = v${String(index)};`).join('\n')}\nawait v999.user.findMany();`],
    ['a thousand handlers', `import express from 'express';\n${prisma}const app = express();\n${names.map((name) => `app.get('/${name}', async (req, res) => { const rows = await prisma.user.findMany({ take: Number(req.query.limit) }); try { res.json(rows); } catch (error) { res.status(500).json({ error: error.message }); } });`).join('\n')}`],
    ['one function called a thousand times', `${prisma}async function load(id, password) { const user = await prisma.user.update({ where: { id }, data: { password } }); return user; }\n${names.map((name) => `export async function ${name}(a) { for (const x of a.list) await load(x.id, x.password); }`).join('\n')}`],
    ['ten thousand elements', `export const data = [${'{ id: 1, name: "x", tags: ["a"] },\n'.repeat(10_000)}];\nfor (const row of data) await db.user.create({ data: row });`],
    ['three thousand properties', `export const data = { ${Array.from({ length: 3_000 }, (_, index) => `k${String(index)}: () => data.k${String(index + 1)}()`).join(',\n')} };\ndata.k0();`],
    ['names that are the same in a thousand functions', names.map((name) => `function ${name}() { const t = wrap(async (a, b) => 1); const u = wrap(t); const v = wrap(u); const w = wrap(v); return wrap(w); }`).join('\n')],
    ['one name for thousands of variables, as in a bundle', Array.from({ length: 1_000 }, () => 'function f() { var e = g((e) => g(e)); return [e, g(e)]; }').join('\n')],
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
