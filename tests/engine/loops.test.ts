/** Does this run once per element, and of what? */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { isMemoised, type Loop, loopsAround, onlyOnce, recursionOverList, runsWithin } from '../../src/engine/flow/loops.js';
import { isStartUp, repetitionOf } from '../../src/engine/facts/repetition.js';
import { conditionsAt } from '../../src/engine/flow/conditions.js';
import { enclosingFunction } from '../../src/engine/syntax/ast.js';
import { functionName } from '../../src/engine/syntax/names.js';

/** The loops around the mark, innermost first. */
function around(code: string): Loop[] {
  const asked = ask(code);
  return loopsAround(asked.analysis, asked.at('it'));
}

/** The kind of the innermost loop. */
function kind(body: string): Loop['kind'] | undefined {
  return around(`export async function f(xs, ys) { ${body} }`)[0]?.kind;
}

describe('once per element of a collection', () => {
  it.each([
    ['for … of', 'for (const x of xs) { /* it */ q(x); }'],
    ['for await', 'for await (const x of xs) { /* it */ q(x); }'],
    ['for … in', 'for (const x in xs) { /* it */ q(x); }'],
    ['a counter over a length', 'for (let i = 0; i < xs.length; i++) { /* it */ q(xs[i]); }'],
    ['a counter over a kept length', 'const n = xs.length; for (let i = 0; i < n; i++) { /* it */ q(xs[i]); }'],
    ['a counter downwards', 'for (let i = xs.length - 1; i >= 0; i--) { /* it */ q(xs[i]); }'],
    ['a list that is worked off', 'while (xs.length) { const x = xs.shift(); /* it */ q(x); }'],
    ['a list that is taken from in the test', 'let x; while ((x = xs.pop())) { /* it */ q(x); }'],
    ['a counter in a while', 'let i = 0; while (i < xs.length) { /* it */ q(xs[i]); i++; }'],
    ['forEach', 'xs.forEach(async (x) => { /* it */ q(x); });'],
    ['map', 'await Promise.all(xs.map((x) => { return /* it */ q(x); }));'],
    ['map, with the query as its body', 'await Promise.all(xs.map((x) => /* it */ q(x)));'],
    ['flatMap', 'xs.flatMap((x) => { /* it */ q(x); });'],
    ['filter', 'xs.filter((x) => { /* it */ q(x); });'],
    ['reduce', 'await xs.reduce(async (sum, x) => { /* it */ q(x); }, 0);'],
    ['some', 'xs.some((x) => { /* it */ q(x); });'],
    ['every', 'xs.every((x) => { /* it */ q(x); });'],
    ['find', 'xs.find((x) => { /* it */ q(x); });'],
    ['Array.from', 'await Promise.all(Array.from(xs, (x) => /* it */ q(x)));'],
    ['an optional map', 'xs?.map((x) => { /* it */ q(x); });'],
    ['a map of entries', 'for (const [key, x] of Object.entries(xs)) { /* it */ q(x); }'],
    ['a sorted copy', 'for (const x of [...xs].sort()) { /* it */ q(x); }'],
    ['a list that is filled', 'const list = []; list.push(...xs); for (const x of list) { /* it */ q(x); }'],
    ['a literal of many', `for (const x of [${'1, '.repeat(30)}]) { /* it */ q(x); }`],
  ])('%s', (_title, body) => {
    expect(kind(body)).toBe('collection');
  });

  it.each([
    ['lodash', "import _ from 'lodash';\n_.forEach(xs, (x) => { /* it */ q(x); });"],
    ['p-map', "import pMap from 'p-map';\nawait pMap(xs, async (x) => { /* it */ q(x); });"],
    ['async', "import async from 'async';\nasync.eachLimit(xs, 5, async (x) => { /* it */ q(x); });"],
    ['Bluebird', "import Promise from 'bluebird';\nawait Promise.map(xs, (x) => { /* it */ q(x); });"],
  ])('a helper: %s', (_title, code) => {
    expect(around(code)[0]?.kind).toBe('collection');
  });

  it('a helper that settings name', () => {
    const code = 'export async function f(xs) { await forEachRow(xs, async (x) => { /* it */ q(x); }); }';
    expect(around(code)).toEqual([]);
    const asked = ask(code, undefined, { names: { hashFunctions: [], boundFunctions: [], errorSanitizers: [], iterationHelpers: ['forEachRow'], asyncHandlers: [], responseMethods: [] } });
    expect(loopsAround(asked.analysis, asked.at('it'))[0]?.kind).toBe('collection');
  });
});

describe('no collection, but', () => {
  it.each([
    ['batch', 'chunks, by the element\'s name', 'for (const chunk of chunks) { /* it */ q(chunk); }'],
    ['batch', 'chunks, by the helper', 'for (const part of chunk(xs, 500)) { /* it */ q(part); }'],
    ['batch', 'a stride', 'for (let i = 0; i < xs.length; i += 500) { /* it */ q(xs.slice(i, i + 500)); }'],
    ['batch', 'batches in a callback', 'xs.map((batch) => { /* it */ q(batch); });'],
    ['page', 'a page counter', 'for (let page = 1; page <= pages; page++) { /* it */ q(page); }'],
    ['page', 'an offset', 'for (let offset = 0; offset < total; offset++) { /* it */ q(offset); }'],
    ['page', 'rows that are read until there are none', 'let rows; do { rows = await q(); /* it */ rows.save(); } while (rows.length);'],
    ['open', 'a cursor', 'let cursor = first; while (cursor) { /* it */ cursor = await q(cursor); }'],
    ['open', 'until the body says otherwise', 'while (true) { /* it */ q(); if (done) break; }'],
    ['open', 'a for without an end', 'for (;;) { /* it */ q(); }'],
    ['retry', 'attempts', 'for (let attempt = 0; attempt < max; attempt++) { /* it */ q(); }'],
    ['retry', 'attempts in a while', 'while (attempts < max) { /* it */ q(); attempts++; }'],
    ['retry', 'retries that count down', 'while (retries > 0) { retries--; /* it */ q(); }'],
    ['constant', 'a short literal list', "for (const x of ['a', 'b']) { /* it */ q(x); }"],
    ['constant', 'a short literal list with a name', "const names = ['a', 'b']; for (const x of names) { /* it */ q(x); }"],
    ['constant', 'a short literal list of objects', "const all = [{ a: 1 }, { a: 2 }]; await Promise.all(all.map((x) => /* it */ q(x)));"],
    ['constant', 'a number of times that is written down', 'for (let i = 0; i < 3; i++) { /* it */ q(i); }'],
    ['constant', 'the keys of a literal object', 'for (const x of Object.keys({ a: 1, b: 2 })) { /* it */ q(x); }'],
    ['constant', 'an array of a written length', 'Array.from({ length: 3 }).map((x) => { /* it */ q(x); });'],
  ])('%s: %s', (expected, _title, body) => {
    expect(kind(body)).toBe(expected);
  });

  it('constant: the values of an enumeration', () => {
    expect(around('enum Role { A, B }\nfor (const x of Object.values(Role)) { /* it */ q(x); }')[0]?.kind).toBe('constant');
  });

  it('constant: a list that another file writes down', () => {
    const asked = ask({ 'src/main.ts': "import { NAMES } from './names';\nfor (const x of NAMES) { /* it */ q(x); }", 'src/names.ts': "export const NAMES = ['a', 'b'] as const;" });
    expect(loopsAround(asked.analysis, asked.at('it'))[0]?.kind).toBe('constant');
  });
});

describe('not repeated is', () => {
  it.each([
    ['the header of a loop', 'for (const x of /* it */ q()) { x; }'],
    ['the receiver of a callback\'s method', '(/* it */ q()).map((x) => x);'],
    ['what stands beside a loop', 'for (const x of xs) { x; } /* it */ q();'],
    ['a function that the loop only defines', 'for (const x of xs) { x.on("event", async () => { /* it */ q(); }); }'],
    ['a timer that the loop starts', 'for (const x of xs) { setTimeout(() => { /* it */ q(x); }, 10); }'],
    ['a method of that name on another thing', 'const store = { map(fn) { return fn(); } }; store.map((x) => { /* it */ q(x); });'],
    ['what leaves the loop at once', 'for (const x of xs) { return /* it */ q(x); }'],
    ['what leaves the loop right after', 'for (const x of xs) { if (x.ok) { const y = /* it */ q(x); break; } }'],
    ['what throws', 'for (const x of xs) { if (bad) throw /* it */ q(x); }'],
    ['the first part of a for', 'for (let i = /* it */ q(); i < xs.length; i++) { xs[i]; }'],
  ])('%s', (_title, body) => {
    expect(kind(body)).toBeUndefined();
  });

  it('repeated after all, where the loop may go on', () => {
    expect(kind('for (const x of xs) { /* it */ q(x); if (x.skip) continue; x.y; }')).toBe('collection');
  });
});

describe('a loop', () => {
  it('is told with its element and its collection', () => {
    expect(around('export async function f(orders) { for (const order of orders) { await /* it */ q(order); } }')).toMatchObject([{ element: 'order', collection: 'orders', concurrent: false }]);
    expect(around('export function f(orders) { for (const order of orders) { /* it */ q(order); } }')).toMatchObject([{ concurrent: true }]);
    expect(around('export function f(user) { user.orders.map((order) => /* it */ q(order)); }')).toMatchObject([{ element: 'order', collection: 'user.orders', concurrent: true }]);
  });

  it('stands around others, innermost first', () => {
    expect(around('export function f(xs, ys) { for (const x of xs) ys.map((y) => { while (true) { /* it */ q(x, y); } }); }').map((loop) => [loop.kind, loop.element])).toEqual([['open', undefined], ['collection', 'y'], ['collection', 'x']]);
  });

  it('goes through callbacks that run at once', () => {
    const transaction = "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport async function f(xs) { for (const x of xs) await db.$transaction(async (tx) => { /* it */ tx.user.delete(x); }); }";
    expect(around(transaction).map((loop) => loop.kind)).toEqual(['collection']);
    expect(around('export async function f(xs) { for (const x of xs) await (async () => { /* it */ q(x); })(); }').map((loop) => loop.kind)).toEqual(['collection']);
    expect(around('export async function f(xs) { for (const x of xs) await retry(() => /* it */ q(x)); }').map((loop) => loop.kind)).toEqual(['collection']);
  });
});

describe('a function runs', () => {
  function within(code: string): string | undefined {
    const asked = ask(code);
    const fn = enclosingFunction(asked.at('it'));
    const call = fn && runsWithin(asked.analysis, fn)?.call;
    return call && asked.module.text.slice(call.start, call.end).split('(')[0]?.trim();
  }

  it.each([
    ['within the call that awaits it', 'await run(() => { /* it */ q(); });', 'run'],
    ['within a promise\'s step', 'p.then(() => { /* it */ q(); });', 'p.then'],
    ['within a new promise', 'new Promise((resolve) => { /* it */ q(); });', 'new Promise'],
    ['later, in an event', "x.on('y', () => { /* it */ q(); });", undefined],
    ['later, in a timer', 'setTimeout(() => { /* it */ q(); });', undefined],
    ['later, in a route', "app.get('/', () => { /* it */ q(); });", undefined],
    ['somewhere else, under a name', 'const f = () => { /* it */ q(); };', undefined],
  ])('%s', (_title, code, call) => {
    expect(within(code)).toBe(call);
  });
});

describe('rows are kept', () => {
  it.each([
    ['in a map', 'if (!kept.has(x)) { kept.set(x, await /* it */ q(x)); }', true],
    ['in an object', 'if (!kept[x]) { kept[x] = await /* it */ q(x); }', true],
    ['by assignment', 'kept[x] ??= await /* it */ q(x);', true],
    ['after a miss', 'let y = kept.get(x); if (!y) { y = await /* it */ q(x); kept.set(x, y); }', true],
    ['after an early return', 'if (kept.has(x)) return kept.get(x); const y = await /* it */ q(x); kept.set(x, y);', true],
    ['not where they are only asked for', 'if (!kept.has(x)) { await /* it */ q(x); }', false],
    ['not where they are kept in another place', 'if (!kept.has(x)) { other.set(x, await /* it */ q(x)); }', false],
    ['not where elements are skipped', 'if (seen.has(x)) return; seen.add(x); await /* it */ q(x);', false],
    ['not where there is no test', 'kept.set(x, await /* it */ q(x));', false],
  ])('%s', (_title, body, kept) => {
    expect(isMemoised(ask(`async function f(x) { ${body} }`).at('it'))).toBe(kept);
  });
});

describe('one element only', () => {
  it.each([
    ['by its id', 'if (x.id === wanted) { /* it */ q(x); }', true],
    ['by its id, the other way round', 'if (wanted === x._id) { /* it */ q(x); }', true],
    ['not by another field', 'if (x.kind === wanted) { /* it */ q(x); }', false],
    ['not where it is another', 'if (x.id !== wanted) { /* it */ q(x); }', false],
    ['not by an id of something else', 'if (y.id === wanted) { /* it */ q(x); }', false],
  ])('%s', (_title, body, once) => {
    expect(onlyOnce(ask(`for (const x of xs) { ${body} }`).at('it'), ['x'])).toBe(once);
  });
});

describe('recursion over a list', () => {
  it.each([
    ['takes the next index', 'async function f(xs, i) { q(xs[i]); await f(xs, i + 1); }', true],
    ['takes the rest', 'async function f([x, ...rest]) { q(x); await f(rest); }', true],
    ['takes a slice', 'async function f(xs) { q(xs[0]); await f(xs.slice(1)); }', true],
    ['not where a tree is gone down', 'async function f(node) { q(node); await f(node.child); }', false],
    ['not where another function is called', 'async function f(xs, i) { q(xs[i]); await g(xs, i + 1); }', false],
  ])('%s', (_title, code, found) => {
    const asked = ask(code);
    const fn = asked.module.bindings.functions.find((each) => functionName(each) === 'f');
    expect(fn && recursionOverList(asked.analysis, fn) !== undefined).toBe(found);
  });
});

describe('start-up', () => {
  it.each([
    ['the top of a module is no function, and no repetition is told of it', 'for (const x of ["a", "b"]) { /* it */ q(x); }', false],
    ['a function that only the top of a module calls', 'async function f() { /* it */ q(); }\nf();', true],
    ['a function that such a function calls', 'async function g() { /* it */ q(); }\nasync function f() { await g(); }\nf();', true],
    ['a function run at once', '(async () => { /* it */ q(); })();', true],
    ['a function that is handed to a wrapper, whose result is called', 'async function f() { /* it */ q(); }\ntimed("f", f)();', true],
    ['not a function that is handed to a wrapper, whose result is kept', 'async function f() { /* it */ q(); }\nexport const g = timed("f", f);', false],
    ['not a function that is exported and not called', 'export async function f() { /* it */ q(); }', false],
    ['not a handler', "import express from 'express';\nconst app = express();\napp.get('/', () => { /* it */ q(); });", false],
    ['not a function that a handler calls', "import express from 'express';\nconst app = express();\nfunction f() { /* it */ q(); }\napp.get('/', () => f());", false],
    ['not an event', "process.on('x', () => { /* it */ q(); });", false],
    ['not a job', 'setInterval(() => { /* it */ q(); }, 10);', false],
  ])('%s', (_title, code, startUp) => {
    const asked = ask(code);
    expect(isStartUp(asked.analysis, asked.at('it'))).toBe(startUp);
  });

  it('repeats nothing that counts', () => {
    const seed = 'async function seed(xs) { for (const x of xs) { /* it */ q(x); } }\n';
    const repeated = (code: string) => ((asked) => repetitionOf(asked.analysis, asked.at('it')))(ask(code));
    expect(repeated(`${seed}export { seed };`)).toBeDefined();
    expect(repeated(`${seed}seed(read());`)).toBeUndefined();
  });
});

describe('what is known to be true', () => {
  /** `+` for a test that holds, `-` for one that fails, innermost first. */
  function known(body: string): string[] {
    const asked = ask(`function f() { ${body} }`);
    return conditionsAt(asked.at('it')).map(({ test, holds }) => `${holds ? '+' : '-'}${asked.module.text.slice(test.start, test.end)}`);
  }

  it.each([
    ['in a branch', 'if (a) { /* it */ q(); }', ['+a']],
    ['in the other branch', 'if (a) {} else { /* it */ q(); }', ['-a']],
    ['in a chain of branches', 'if (a) {} else if (b) { /* it */ q(); }', ['+b', '-a']],
    ['after a branch that leaves', 'if (a) return; /* it */ q();', ['-a']],
    ['after a branch that throws', 'if (a) { log(); throw b; } /* it */ q();', ['-a']],
    ['after an alternative that leaves', 'if (a) { b; } else { return; } /* it */ q();', ['+a']],
    ['after a branch that stays: nothing', 'if (a) b(); /* it */ q();', []],
    ['in a conditional expression', 'a ? /* it */ q() : b;', ['+a']],
    ['in the other part of one', 'a ? b : /* it */ q();', ['-a']],
    ['after and', 'a && /* it */ q();', ['+a']],
    ['after or', 'a || /* it */ q();', ['-a']],
    ['after a default: that nothing is there', 'a ?? /* it */ q();', ['-a']],
    ['both of two', 'if (a && b) { /* it */ q(); }', ['+a', '+b']],
    ['neither of two', 'if (a || b) return; /* it */ q();', ['-a', '-b']],
    ['turned round', 'if (!a) return; /* it */ q();', ['+a']],
    ['in a while', 'while (a) { /* it */ q(); }', ['+a']],
    ['in a case', 'switch (a) { case 1: /* it */ q(); }', ['+1', '+a']],
    ['in the rest of the cases', 'switch (a) { case 1: break; default: /* it */ q(); }', ['-1']],
    ['in the test itself: nothing', 'if (/* it */ q()) { a; }', []],
    ['in a callback', 'if (a) { xs.map(() => { if (b) { /* it */ q(); } }); }', ['+b', '+a']],
    ['after a process has ended', 'if (a) { process.exit(1); } /* it */ q();', ['-a']],
  ])('%s', (_title, body, expected) => {
    expect(known(body)).toEqual(expected);
  });
});
