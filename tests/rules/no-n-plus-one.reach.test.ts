/** Calls that reach a query in another function of the same file, and recursion. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const READ = 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`';
const WRITE = 'use `createMany`, `updateMany` or `deleteMany`, or one `$executeRaw` with a list of values where each row gets its own';
const read = { messageId: 'queryInLoop' } as const;
const write = { messageId: 'writeInLoop' } as const;

/** The helper is the third line. */
const file = (helper: string, body: string) => `${PRISMA}${helper}\nexport async function run(ids: number[]) {\n${body}\n}\n`;
/** A helper whose query stands behind a test of its flag, which is false by default. */
const flagged = (test: string, call = 'load(id)') => file(`async function load(id: number, fresh = false) { if (${test}) return prisma.line.findMany({ where: { orderId: id } }); return { id }; }`, `for (const id of ids) await ${call};`);
/** A loop over groups, whose helper writes a list that it makes of what it is given. */
const groups = (call: string, use: string, statement = 'createMany({ data: entries })') => `${PRISMA}async function record(...given: any[]) { const entries = given.flatMap(entriesOf); await prisma.entry.${statement}; }\nexport async function run(byShop: any, key: string) {\nfor (const lines of Object.values(byShop) as any[]) { console.log(${use}); ${call} }\n}\n`;
const LOAD = 'async function load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }';

tester.run('no-n-plus-one: helpers', rule('no-n-plus-one'), {
  valid: [
    { name: 'a helper that begins a query, which runs for its element once', code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nconst lines = () => db('lines');\nexport const run = (id: number) => lines().where({ id });\n" },
    { name: 'a helper that is called once', code: file(LOAD, 'return load(ids[0]!);') },
    { name: 'a helper without a query', code: file('async function load(id: number) { return { id }; }', 'for (const id of ids) await load(id);') },
    { name: 'a helper that takes all rows', code: file('async function load(ids: number[]) { return prisma.line.findMany({ where: { orderId: { in: ids } } }); }', 'return load(ids);') },
    { name: 'a helper that writes the whole of a group', code: groups('await record({ by: 1, lines });', 'lines[0]') },
    { name: 'a helper that writes the whole of a group, given alone', code: groups('await record(lines);', 'lines.length') },
    { name: 'a helper that writes what is made of a group', code: groups('await record(1, lines.map((line) => line.id));', 'lines.filter(Boolean)') },
    { name: 'a helper that takes a chunk', code: file('async function load(ids: number[]) { return prisma.line.findMany({ where: { orderId: { in: ids } } }); }', 'for (const chunk of chunked(ids, 100)) await load(chunk);') },
    { name: 'a helper that is only handed on', code: file(LOAD, 'for (const id of ids) register(id, load);') },
    { name: 'a helper that makes a function', code: file('function loader(id: number) { return () => prisma.line.findMany({ where: { orderId: id } }); }', 'return ids.map((id) => loader(id));') },
    { name: 'a helper that keeps its rows', code: file('const kept = new Map<number, unknown>();\nasync function load(id: number) {\n  const known = kept.get(id);\n  if (known) return known;\n  const lines = await prisma.line.findMany({ where: { orderId: id } });\n  kept.set(id, lines);\n  return lines;\n}', 'for (const id of ids) await load(id);') },
    { name: 'a helper that keeps one row for all', code: file('let settings: unknown;\nasync function load() {\n  settings ??= await prisma.setting.findFirst();\n  return settings;\n}', 'for (const id of ids) console.log(id, await load());') },
    { name: 'a query that needs an option which is not given', code: file('async function load(id: number, options: { lines?: boolean } = {}) {\n  if (options.lines) return prisma.line.findMany({ where: { orderId: id } });\n  return { id };\n}', 'for (const id of ids) await load(id);') },
    { name: 'a query that needs a flag to be true', code: flagged('fresh === true') },
    { name: 'a path that returns what the helper gives', code: file(LOAD, 'for (const id of ids) if (id > 10) return load(id);') },
    { name: 'a method of the same name on something else', code: file(`class Lines { load(id: number) { return prisma.line.findFirst({ where: { id } }); } }\nexport const lines = new Lines();`, 'const memory = { load: (id: number) => id };\nfor (const id of ids) memory.load(id);') },
  ],
  invalid: [
    { name: 'a helper that begins a query, told once with what it begins', code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nconst lines = () => db('lines');\nexport async function run(ids: number[]) {\n  for (const id of ids) await lines().where({ id });\n}\n", errors: [{ ...read, line: 5 }] },
    {
      name: 'a helper, with the query that it reaches',
      code: file(LOAD, 'for (const id of ids) await load(id);'),
      errors: [{ ...read, line: 5, column: 29, data: { what: '`load` (which reaches `line.findMany` at file.tsx:3)', loop: 'per `id` of `ids`', remedy: READ } }],
    },
    { name: 'a query that needs a flag to be true, which is given', code: flagged('fresh === true', 'load(id, true)'), errors: [read] },
    { name: 'a query that needs a flag to be none of some', code: flagged('fresh !== true'), errors: [read] },
    { name: 'a query that needs a flag to be false', code: flagged('fresh === false'), errors: [read] },
    { name: 'a helper that writes a list, for something that is none', code: groups('await record({ by: 1, lines });', 'lines.shop'), errors: [write] },
    { name: 'a helper that writes a list, for something that is read by a name', code: groups('await record({ by: 1, lines });', 'lines[key]'), errors: [write] },
    { name: 'a helper that writes a list, for a part of a group', code: groups('await record({ by: lines[0], ...rest });', 'lines[0]'), errors: [write] },
    { name: 'a helper that writes one row for a group', code: groups('await record({ by: 1, lines });', 'lines[0]', 'create({ data: { text: format(entries) } })'), errors: [write] },
    { name: 'a helper that writes a list, of something else that is a list', code: groups('await record({ by: 1, lines });', 'other(() => [].length)'), errors: [write] },
    {
      name: 'a helper that writes',
      code: file('const touch = (id: number) => prisma.line.update({ where: { id }, data: { seen: true } });', 'await Promise.all(ids.map((id) => touch(id)));'),
      errors: [{ ...write, line: 5, data: { what: '`touch` (which reaches `line.update` at file.tsx:3)', loop: 'per `id` of `ids`', remedy: WRITE } }],
    },
    {
      name: 'a helper that reads and writes is one write',
      code: file('async function touch(id: number) {\n  const line = await prisma.line.findFirst({ where: { id } });\n  await prisma.line.update({ where: { id }, data: { seen: !line } });\n}', 'for (const id of ids) await touch(id);'),
      errors: [{ ...write, line: 8, data: { what: '`touch` (which reaches `line.update` at file.tsx:5)', loop: 'per `id` of `ids`', remedy: WRITE } }],
    },
    { name: 'a helper of a helper', code: file(`${LOAD}\nasync function describe(id: number) { return { id, lines: await load(id) }; }`, 'for (const id of ids) await describe(id);'), errors: [{ ...read, line: 6, data: { what: '`describe` (which reaches `line.findMany` at file.tsx:3)', loop: 'per `id` of `ids`', remedy: READ } }] },
    { name: 'a helper that is handed over by its name', code: file(LOAD, 'return Promise.all(ids.map(load));'), errors: [{ ...read, line: 5, column: 28 }] },
    { name: 'a helper that is bound', code: file(LOAD, 'const bound = load.bind(null);\nfor (const id of ids) await bound(id);'), errors: [{ ...read, line: 6 }] },
    { name: 'a function expression', code: file('const load = async function (id: number) { return prisma.line.findMany({ where: { orderId: id } }); };', 'for (const id of ids) await load(id);'), errors: [{ ...read, line: 5 }] },
    { name: 'a function that follows its use', code: `${PRISMA}export async function run(ids: number[]) {\n  for (const id of ids) await load(id);\n}\n${LOAD}\n`, errors: [{ ...read, line: 4 }] },
    { name: 'a function in an object', code: file('const lines = { load: (id: number) => prisma.line.findMany({ where: { orderId: id } }) };', 'for (const id of ids) await lines.load(id);'), errors: [{ ...read, line: 5 }] },
    { name: 'a method', code: file('class Lines {\n  async load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n}\nconst lines = new Lines();', 'for (const id of ids) await lines.load(id);'), errors: [{ ...read, line: 8 }] },
    { name: 'a static method', code: file('class Lines {\n  static load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n}', 'for (const id of ids) await Lines.load(id);'), errors: [{ ...read, line: 7 }] },
    { name: 'a method of this', code: `${PRISMA}export class Lines {\n  private load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n  async run(ids: number[]) {\n    for (const id of ids) await this.load(id);\n  }\n}`, errors: [{ ...read, line: 6 }] },
    { name: 'a private method', code: `${PRISMA}export class Lines {\n  #load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n  async run(ids: number[]) {\n    for (const id of ids) await this.#load(id);\n  }\n}`, errors: [{ ...read, line: 6 }] },
    { name: 'a method of a base class', code: `${PRISMA}class Base {\n  protected load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n}\nexport class Lines extends Base {\n  run(ids: number[]) {\n    return Promise.all(ids.map((id) => this.load(id)));\n  }\n}`, errors: [{ ...read, line: 8 }] },
    { name: 'a constructor', code: file('class Audit { constructor(id: number) { void prisma.log.create({ data: { id } }); } }', 'for (const id of ids) new Audit(id);'), errors: [{ ...write, line: 5 }] },
    { name: 'a helper whose option is given', code: file('async function load(id: number, options: { lines?: boolean } = {}) {\n  if (options.lines) return prisma.line.findMany({ where: { orderId: id } });\n  return { id };\n}', 'for (const id of ids) await load(id, { lines: true });'), errors: [{ ...read, line: 8 }] },
    { name: 'a helper that makes its query under a retry', code: file('async function load(id: number) {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try { return await prisma.line.findMany({ where: { orderId: id } }); } catch { continue; }\n  }\n}', 'for (const id of ids) await load(id);'), errors: [{ ...read, line: 9 }] },
    { name: 'a helper that hands its query to a wrapper', code: file('const wrap = (job: () => Promise<unknown>) => job();\nconst load = (id: number) => wrap(() => prisma.line.findMany({ where: { orderId: id } }));', 'for (const id of ids) await load(id);'), errors: [{ ...read, line: 6 }] },
    { name: 'a loop in the helper, and one around its call, are two', code: file('async function loadAll(ids: number[]) { for (const id of ids) await prisma.line.findMany({ where: { orderId: id } }); }', 'for (const group of grouped(ids)) await loadAll(group);'), errors: [{ ...read, line: 3 }, { ...read, line: 5 }] },
  ],
});

tester.run('no-n-plus-one: recursion', rule('no-n-plus-one'), {
  valid: [
    { name: 'over an index, without a query', code: `${PRISMA}export async function walk(ids: number[], i = 0): Promise<void> {\n  if (i >= ids.length) return;\n  console.log(ids[i]);\n  return walk(ids, i + 1);\n}` },
    { name: 'up a tree, each call by the row before', code: `${PRISMA}export async function root(id: number): Promise<unknown> {\n  const node = await prisma.node.findFirst({ where: { id } });\n  return node?.parentId ? root(node.parentId) : node;\n}` },
    { name: 'page by page', code: `${PRISMA}export async function all(page = 0): Promise<unknown[]> {\n  const rows = await prisma.node.findMany({ skip: page * 50, take: 50 });\n  return rows.length < 50 ? rows : [...rows, ...(await all(page + 1))];\n}` },
    { name: 'a query after the last element', code: `${PRISMA}export async function walk(ids: number[], i = 0): Promise<unknown> {\n  if (i >= ids.length) return prisma.log.create({ data: { count: i } });\n  return walk(ids, i + 1);\n}` },
  ],
  invalid: [
    { name: 'over an index', code: `${PRISMA}export async function touch(ids: number[], i = 0): Promise<void> {\n  if (i >= ids.length) return;\n  await prisma.line.update({ where: { id: ids[i] }, data: { seen: true } });\n  return touch(ids, i + 1);\n}`, errors: [{ ...write, line: 5, data: { what: '`line.update`', loop: 'per `i`', remedy: WRITE } }] },
    { name: 'over the rest of a list', code: `${PRISMA}export async function touch([head, ...rest]: number[]): Promise<void> {\n  if (head === undefined) return;\n  await prisma.line.update({ where: { id: head }, data: { seen: true } });\n  await touch(rest);\n}`, errors: [{ ...write, line: 5, data: { what: '`line.update`', loop: 'per element', remedy: WRITE } }] },
    { name: 'over a slice', code: `${PRISMA}export async function load(ids: number[]): Promise<unknown[]> {\n  if (!ids.length) return [];\n  const lines = await prisma.line.findMany({ where: { orderId: ids[0] } });\n  return [lines, ...(await load(ids.slice(1)))];\n}`, errors: [{ ...read, line: 5, data: { what: '`line.findMany`', loop: 'per element of `ids`', remedy: READ } }] },
    { name: 'by callbacks', code: `${PRISMA}export function run(ids: number[], done: () => void) {\n  const next = (i: number): void => {\n    if (i === ids.length) return done();\n    prisma.line.findMany({ where: { orderId: ids[i] } }).then(() => next(i + 1));\n  };\n  next(0);\n}`, errors: [{ ...read, line: 6 }] },
    { name: 'in a loop of its own, once', code: `${PRISMA}export async function touch(groups: number[][], i = 0): Promise<void> {\n  if (i >= groups.length) return;\n  for (const id of groups[i]!) await prisma.line.update({ where: { id }, data: { seen: true } });\n  return touch(groups, i + 1);\n}`, errors: [{ ...write, line: 5, data: { what: '`line.update`', loop: 'per `id` of `groups[i]!`', remedy: WRITE } }] },
    { name: 'through a helper, at the call', code: `${PRISMA}const touch = (id: number) => prisma.line.update({ where: { id }, data: { seen: true } });\nexport async function all(ids: number[], i = 0): Promise<void> {\n  if (i >= ids.length) return;\n  await touch(ids[i]!);\n  return all(ids, i + 1);\n}`, errors: [{ ...write, line: 6 }] },
    { name: 'over an index, which goes on in two places', code: `${PRISMA}const touch = (id: number) => prisma.line.update({ where: { id }, data: { seen: true } });\nexport async function all(ids: number[], i = 0): Promise<void> {\n  if (i >= ids.length) return;\n  if (ids[i] === 0) {\n    await all(ids, i + 1);\n    return;\n  }\n  await touch(ids[i]!);\n  await all(ids, i + 1);\n}`, errors: [{ ...write, line: 10 }] },
    { name: 'down a tree, child by child', code: `${PRISMA}interface Tree { id: number; children: Tree[] }\nexport async function save(tree: Tree): Promise<void> {\n  await prisma.node.create({ data: { id: tree.id } });\n  for (const child of tree.children) await save(child);\n}`, errors: [{ ...write, line: 6 }] },
  ],
});

const advised = (name: string, code: string, kind: typeof read | typeof write, remedy: string, what: string, loop: string) => ({ name, code: `${PRISMA}${code}`, errors: [{ ...kind, data: { what, loop, remedy } }] });

tester.run('no-n-plus-one: what to do instead', rule('no-n-plus-one'), {
  valid: [],
  invalid: [
    advised('the same query each turn', 'export async function check(names: string[], userId: number) {\n  for (const name of names) {\n    const rights = await prisma.right.findMany({ where: { userId } });\n    if (!rights.some((right) => right.name === name)) throw new Error(name);\n  }\n}', read, 'run it once before the loop: nothing in it changes from turn to turn', '`right.findMany`', 'per `name` of `names`'),
    advised('a query by what the turn works out', 'export async function check(names: string[]) {\n  for (const name of names) {\n    const key = name.trim();\n    await prisma.right.findMany({ where: { key } });\n  }\n}', read, 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`', '`right.findMany`', 'per `name` of `names`'),
    advised('a query by what each turn changes', 'export async function check(names: string[]) {\n  let last = 0;\n  for (const name of names) {\n    const row = await prisma.right.findFirst({ where: { id: { gt: last } } });\n    last = row?.id ?? name.length;\n  }\n}', read, 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`', '`right.findFirst`', 'per `name` of `names`'),
    advised('a query by an object that each turn changes', 'export async function check(names: string[]) {\n  const where: { name?: string } = {};\n  for (const name of names) {\n    where.name = name;\n    await prisma.right.findMany({ where });\n  }\n}', read, 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`', '`right.findMany`', 'per `name` of `names`'),
    advised('a bulk write a turn', 'export async function fill(decks: { id: number; cards: string[] }[]) {\n  for (const deck of decks) await prisma.card.createMany({ data: deck.cards.map((text) => ({ text, deckId: deck.id })) });\n}', write, 'gather the rows of all turns, and hand them to one such call', '`card.createMany`', 'per `deck` of `decks`'),
    advised('a write with further rows in it', 'export async function fill(decks: { name: string; cards: { text: string }[] }[]) {\n  for (const deck of decks) await prisma.deck.create({ data: { name: deck.name, cards: { create: deck.cards } } });\n}', write, 'gather the operations for one `$transaction([...])`, or create the parents and then their rows, each with one `createMany`', '`deck.create`', 'per `deck` of `decks`'),
  ],
});

/** A helper that queries for an option, a function that hands the option on, and a loop over that. */
const optional = (given: string, call = 'mid(id)') => file(`async function load(id: number, options: { lines?: boolean; fresh?: boolean } = {}) { if (options.lines) return prisma.line.findMany({ where: { orderId: id } }); return { id }; } const mid = (id: number, lines?: boolean, rest?: object) => load(id, ${given});`, `for (const id of ids) await ${call};`);
const reached = [{ ...read, line: 5 }];

tester.run('no-n-plus-one: options that are spread', rule('no-n-plus-one'), {
  valid: [
    { name: 'one that nobody asks for', code: optional('{ ...(lines && { lines: true }) }') },
    { name: 'one that nobody asks for, or else nothing', code: optional('{ ...(lines ? { lines: true } : {}) }') },
    { name: 'one that nobody asks for, inside another', code: optional('{ ...(lines && { fresh: true, ...(lines && { lines: true }) }) }') },
    { name: 'others', code: optional('{ ...(lines && { fresh: true }) }', 'mid(id, true)') },
    { name: 'nothing', code: optional('{ ...undefined }', 'mid(id, true)') },
  ],
  invalid: [
    { name: 'one that is asked for', code: optional('{ ...(lines && { lines: true }) }', 'mid(id, true)'), errors: reached },
    { name: 'one that is asked for, or else nothing', code: optional('{ ...(lines ? { lines: true } : {}) }', 'mid(id, true)'), errors: reached },
    { name: 'one that is asked for, inside another', code: optional('{ ...(lines && { fresh: true, ...(lines && { lines: true }) }) }', 'mid(id, true)'), errors: reached },
    { name: 'something that nobody can see into', code: optional('{ ...rest }'), errors: reached },
    { name: 'something that nobody can see into, inside another', code: optional('{ ...(lines && { ...rest }) }', 'mid(id, true)'), errors: reached },
    { name: 'one that always stands there', code: optional('{ fresh: true, ...{ lines: true } }'), errors: reached },
  ],
});
