/** What does a call bring about? */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { callsOf, reachOfCall } from '../../src/engine/facts/reach.js';
import { isCall } from '../../src/engine/syntax/ast.js';
import { functionName } from '../../src/engine/syntax/names.js';

const client = "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\n";

/** `write user.update through a, b`, for what the marked call reaches. */
function reached(files: string | Readonly<Record<string, string>>): string[] {
  const asked = ask(files);
  const call = asked.at('it');
  if (!isCall(call)) throw new Error('no call');
  return reachOfCall(asked.analysis, call).map(({ query, through }) => `${query.access} ${query.name} through ${through.map((fn) => functionName(fn) ?? '?').join(', ')}`);
}

describe('a call reaches', () => {
  it.each([
    ['a query of the function it calls', 'async function a() { await db.user.findMany(); }\n/* it */ a();', ['read user.findMany through a']],
    ['a query through others', 'async function b() { await db.user.findMany(); }\nconst a = async () => { await b(); };\n/* it */ a();', ['read user.findMany through a, b']],
    ['a query of a method', 'class A { async a() { await this.b(); } async b() { await db.user.findMany(); } }\n/* it */ new A().a();', ['read user.findMany through a, b']],
    ['a query of an object\'s method', 'const x = { a() { return db.user.findMany(); } };\n/* it */ x.a();', ['read user.findMany through a']],
    ['a query of a constructor', 'class A { constructor() { db.user.findMany(); } }\n/* it */ new A();', ['read user.findMany through constructor']],
    ['a query in a callback that runs at once', 'async function a(xs) { await Promise.all(xs.map((x) => db.user.findMany())); }\n/* it */ a();', ['read user.findMany through a']],
    ['a query in a transaction', 'async function a() { await db.$transaction(async (tx) => { await tx.user.create({}); }); }\n/* it */ a();', ['write user.create through a']],
    ['the first write and the first read', 'async function a() { await db.user.findMany(); await db.user.count(); await db.user.create({}); }\n/* it */ a();', ['write user.create through a', 'read user.findMany through a']],
    ['the nearest of two', 'async function b() { await db.far.findMany(); }\nasync function a() { await b(); await db.near.findMany(); }\n/* it */ a();', ['read near.findMany through a']],
    ['a query through a circle', 'async function a(x) { await b(x); }\nasync function b(x) { await a(x); await db.user.findMany(); }\n/* it */ a();', ['read user.findMany through a, b']],
  ])('%s', (_title, code, expected) => {
    expect(reached(client + code)).toEqual(expected);
  });

  it.each([
    ['a function that is only made', 'function a() { return async () => { await db.user.findMany(); }; }\n/* it */ a();'],
    ['an event', "function a(x) { x.on('y', async () => { await db.user.findMany(); }); }\n/* it */ a();"],
    ['a builder that is only made', "import knex from 'knex';\nconst k = knex({});\nfunction a() { return k('users'); }\nfunction b() { const q = k('users'); }\n/* it */ b();"],
    ['a cache', "import Redis from 'ioredis';\nconst r = new Redis();\nasync function a() { await r.get('x'); }\n/* it */ a();"],
    ['rows that are kept', 'const kept = new Map();\nasync function a(x) { if (!kept.has(x)) kept.set(x, await db.user.findMany()); return kept.get(x); }\n/* it */ a();'],
    ['a function that nobody can see', "import { a } from './gone';\n/* it */ a();"],
  ])('no query: %s', (_title, code) => {
    expect(reached(client + code)).toEqual([]);
  });

  it('a query in another file', () => {
    expect(reached({
      'src/main.ts': "import { Service } from './service';\nconst service = new Service();\n/* it */ service.load();",
      'src/service.ts': "import { repository } from './repository';\nexport class Service { load() { return repository.find(); } }",
      'src/repository.ts': `${client}export const repository = { find: () => db.user.findMany() };`,
    })).toEqual(['read user.findMany through load, find']);
  });

  it('a query through an injected service', () => {
    expect(reached({
      'src/main.ts': "import { Service } from './service';\nclass A { constructor(private service: Service) {} m() { /* it */ this.service.load(); } }",
      'src/service.ts': `${client}export class Service { load() { return db.user.findMany(); } }`,
    })).toEqual(['read user.findMany through load']);
  });
});

describe('a query that needs something', () => {
  const flag = `${client}async function a(x, options = {}) { if (options.deep) await db.user.findMany(); }\n`;
  const given = `${client}async function a(x, deep) { if (!deep) return; await db.user.findMany(); }\n`;

  it.each([
    ['is not reached without it', `${given}/* it */ a(1);`, false],
    ['is reached with it', `${given}/* it */ a(1, true);`, true],
    ['is not reached where it is false', `${given}/* it */ a(1, false);`, false],
    ['is not reached where it is undefined', `${given}/* it */ a(1, undefined);`, false],
    ['is reached where it is not known', `${given}/* it */ a(1, y);`, true],
    ['is reached through a spread', `${given}/* it */ a(...y);`, true],
    ['is not reached where its default is off', `${flag}/* it */ a(1);`, false],
    ['is reached where its default is overridden', `${flag}/* it */ a(1, { deep: true });`, true],
  ])('%s', (_title, code, is) => {
    expect(reached(code).length > 0).toBe(is);
  });

  const option = `${client}async function a(x, { deep }) { if (deep) await db.user.findMany(); }\n`;
  it.each([
    ['is not reached without the option', `${option}/* it */ a(1, {});`, false],
    ['is reached with the option', `${option}/* it */ a(1, { deep: true });`, true],
    ['is not reached where the option is off', `${option}/* it */ a(1, { deep: false });`, false],
    ['is reached where options come from elsewhere', `${option}/* it */ a(1, y);`, true],
    ['is reached where options are spread', `${option}/* it */ a(1, { ...y });`, true],
  ])('%s', (_title, code, is) => {
    expect(reached(code).length > 0).toBe(is);
  });

  const absent = (read: string): string => `${client}async function a(x, { rows }: { rows?: Row[] }) {\n  ${read}\n  return rows;\n}\nconst all = await db.user.findMany();\nconst kept = new Map();\n`;
  const whenMissing = absent('if (rows === undefined) rows = await db.user.findMany();');
  it.each([
    ['is reached where nothing is given in its place', `${whenMissing}/* it */ a(1, {});`, true],
    ['is not reached where something is', `${whenMissing}/* it */ a(1, { rows: all });`, false],
    ['is not reached where a list is', `${whenMissing}/* it */ a(1, { rows: [] });`, false],
    ['is reached where undefined is', `${whenMissing}/* it */ a(1, { rows: undefined });`, true],
    ['is reached where what is given may be nothing', `${whenMissing}const one = kept.get(1);\n/* it */ a(1, { rows: one });`, true],
    ['is reached where something is given under a condition', `${whenMissing}/* it */ a(1, { rows: x ? all : undefined });`, true],
    ['is not reached in place of what is given, by ??', `${absent('rows = rows ?? await db.user.findMany();')}/* it */ a(1, { rows: all });`, false],
    ['is not reached in place of what is given, by ??=', `${absent('rows ??= await db.user.findMany();')}/* it */ a(1, { rows: all });`, false],
    ['is not reached in place of what is given, by !', `${absent('if (!rows) rows = await db.user.findMany();')}/* it */ a(1, { rows: all });`, false],
    ['is reached behind a flag that a caller says', `${client}async function a(x, dry) { if (dry) return; await db.user.findMany(); }\nasync function b(x, dry) { /* it */ a(x, dry); }`, true],
    ['is reached behind a flag that is read off something', `${client}async function a(x, dry) { if (!dry) await db.user.findMany(); }\n/* it */ a(1, x.dry);`, true],
    ['is reached behind a flag that is asked for', `${client}async function a(x, dry) { if (!dry) await db.user.findMany(); }\nconst dry = await isDry();\n/* it */ a(1, dry);`, true],
    ['is not reached behind a flag that is set', `${client}async function a(x, dry) { if (!dry) await db.user.findMany(); }\n/* it */ a(1, true);`, false],
    ['is not reached for want of what a property holds', `${client}async function a(x, rows) { if (rows === undefined) await db.user.findMany(); }\n/* it */ a(1, x.rows);`, false],
    ['is reached where null is asked about and something is given', `${absent('if (rows !== null) rows = await db.user.findMany();')}/* it */ a(1, { rows: all });`, true],
    ['is not reached through a function between that hands it on', `${whenMissing}async function b(rows) { await a(1, { rows }); }\n/* it */ b(all);`, false],
    ['is reached through a function between that is given nothing', `${whenMissing}async function b(rows?) { await a(1, { rows }); }\n/* it */ b();`, true],
    ['is not reached without the option in an object that a class makes', `${client}async function a(command) { if (command.deep) await db.user.findMany(); }\n/* it */ a(Command.create({ id: 1 }));`, false],
    ['is reached with the option in an object that a class makes', `${client}async function a(command) { if (command.deep) await db.user.findMany(); }\n/* it */ a(Command.create({ deep: y }));`, true],
    ['is reached where a variable was given another value before the question', `${absent('rows = undefined;\n  if (rows === undefined) rows = await db.user.findMany();')}/* it */ a(1, { rows: all });`, true],
  ])('%s', (_title, code, is) => {
    expect(reached(code).length > 0).toBe(is);
  });

  it('is found out through a function between', () => {
    const between = `${option}async function b(x) { await a(x, { deep: false }); }\nasync function c(x) { await a(x, { deep: true }); }\n`;
    expect(reached(`${between}/* it */ b(1);`)).toEqual([]);
    expect(reached(`${between}/* it */ c(1);`)).toHaveLength(1);
  });
});

it('lists the calls that run functions of the app', () => {
  const asked = ask(`${client}function a() {}\na();\nunseen();\ndb.user.findMany();\n[1].map(a);\nnew (class { constructor() {} })();`);
  expect(callsOf(asked.analysis, asked.module).map(({ fn }) => functionName(fn))).toEqual(['a', 'constructor']);
});
