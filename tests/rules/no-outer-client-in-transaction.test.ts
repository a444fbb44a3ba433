/** Statements inside a transaction's callback that run on another client than its own. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const outer = { messageId: 'outerClient' } as const;
const helper = { messageId: 'outerHelper' } as const;

/** A suggestion to run the statement of a case on the handle. */
const onHandle = (output: string) => [{ messageId: 'outerClient' as const, suggestions: [{ messageId: 'useHandle' as const, output }] }];

const prisma = (body: string) => `${PRISMA}export async function place(id: number) {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { id } });\n    ${body}\n  });\n}`;

tester.run('no-outer-client-in-transaction: Prisma', rule('no-outer-client-in-transaction'), {
  valid: [
    { name: 'the client of the callback', code: prisma('await tx.stock.update({ where: { id }, data: { left: 1 } });') },
    { name: 'operations in an array', code: `${PRISMA}export const run = () => prisma.$transaction([prisma.a.create({ data: {} }), prisma.b.create({ data: {} })]);` },
    { name: 'a statement before, and one after', code: `${PRISMA}export async function run() {\n  const row = await prisma.a.findFirst({});\n  await prisma.$transaction(async (tx) => { await tx.a.create({ data: {} }); });\n  await prisma.b.create({ data: { row } });\n}` },
    { name: 'an alias of the callback\'s client', code: prisma('const db = tx; await db.stock.create({ data: {} });') },
    { name: 'what is done about a failure', code: prisma('try { await tx.b.create({ data: {} }); } catch (error) { await prisma.failure.create({ data: {} }); throw error; }') },
    { name: 'a callback that runs later', code: prisma('setTimeout(() => prisma.late.create({ data: {} }), 10);') },
    { name: 'a client that a helper looks up, as it may be bound to the context', code: `import { AsyncLocalStorage } from 'node:async_hooks';\n${PRISMA}const store = new AsyncLocalStorage<any>();\nconst client = () => store.getStore() ?? prisma;\nexport const run = () => prisma.$transaction((tx) => store.run(tx, async () => { await client().user.create({ data: {} }); }));` },
    { name: 'a read replica beside the client', code: `${PRISMA}const replica = new PrismaClient();\nexport const run = () => prisma.$transaction(async (tx) => { const row = await replica.a.findFirst({ where: { id: 1 } }); await tx.a.create({ data: { row } }); });` },
    { name: 'another library', code: `import { Pool } from 'pg';\n${PRISMA}const pool = new Pool();\nexport const run = () => prisma.$transaction(async (tx) => { await tx.a.create({ data: {} }); await pool.query('INSERT INTO log VALUES (1)'); });` },
    { name: 'a helper that is given the client', code: `${PRISMA}async function log(tx: any) { await tx.log.create({ data: {} }); }\n${prisma('await log(tx);').slice(PRISMA.length)}` },
    { name: 'a helper that is given the client in an object', code: `${PRISMA}async function log({ db = prisma } = {}) { await db.log.create({ data: {} }); }\n${prisma('await log({ db: tx });').slice(PRISMA.length)}` },
    { name: 'a repository that is made of the client', code: `${PRISMA}class Logs { constructor(private db: any) {} add() { return this.db.log.create({ data: {} }); } }\n${prisma('const logs = new Logs(tx); await logs.add();').slice(PRISMA.length)}` },
    { name: 'a helper that nobody waits for', code: `${PRISMA}async function log() { await prisma.log.create({ data: {} }); }\n${prisma('void log();').slice(PRISMA.length)}` },
    { name: 'a helper that keeps its rows', code: `${PRISMA}const cache = new Map();\nasync function plan(id: number) { if (!cache.has(id)) cache.set(id, await prisma.plan.findFirst({ where: { id } })); return cache.get(id); }\n${prisma('await plan(id);').slice(PRISMA.length)}` },
    { name: 'a function whose client callers choose', code: `${PRISMA}export async function add(db: PrismaClient = prisma) { await db.a.create({ data: {} }); await db.b.create({ data: {} }); }` },
    { name: 'the branch in which no transaction was handed in', code: `${PRISMA}export async function add(tx?: any) { if (tx) await tx.a.create({ data: {} }); else await prisma.a.create({ data: {} }); }` },
    { name: 'the other side of a choice', code: `import type { Prisma } from '@prisma/client';\n${PRISMA}export const add = (tx?: Prisma.TransactionClient) => (tx ? tx.a.create({ data: {} }) : prisma.a.create({ data: {} }));` },
  ],
  invalid: [
    { name: 'a write on the outer client', code: prisma('await prisma.stock.create({ data: {} });'), errors: onHandle(prisma('await tx.stock.create({ data: {} });')) },
    { name: 'a read on the outer client', code: prisma('await prisma.stock.findFirst({ where: { id } });'), errors: onHandle(prisma('await tx.stock.findFirst({ where: { id } });')) },
    { name: 'a callback that does not take its client', code: `${PRISMA}export const run = () => prisma.$transaction(async () => { await prisma.a.create({ data: {} }); await prisma.b.create({ data: {} }); });`, errors: [outer, outer] },
    { name: 'raw SQL', code: prisma('await prisma.$executeRaw`UPDATE stock SET n = 1`;'), errors: onHandle(prisma('await tx.$executeRaw`UPDATE stock SET n = 1`;')) },
    { name: 'in an iteration inside the callback', code: prisma('await Promise.all([1, 2].map((n) => prisma.b.create({ data: { n } })));'), errors: onHandle(prisma('await Promise.all([1, 2].map((n) => tx.b.create({ data: { n } })));')) },
    { name: 'a client on the object that the code belongs to', code: "import { PrismaClient } from '@prisma/client';\nexport class Orders {\n  constructor(private readonly prisma: PrismaClient) {}\n  place() {\n    return this.prisma.$transaction(async (tx) => { await tx.a.create({ data: {} }); await this.prisma.b.create({ data: {} }); });\n  }\n}", errors: [{ messageId: 'outerClient', suggestions: 1 }] as never },
    { name: 'a client that the handler\'s context has', code: "import { PrismaClient } from '@prisma/client';\nexport const place = (ctx: { prisma: PrismaClient }) => ctx.prisma.$transaction(async (tx) => { await tx.a.create({ data: {} }); await ctx.prisma.b.create({ data: {} }); });", errors: [{ messageId: 'outerClient', suggestions: 1 }] as never },
    { name: 'a helper of the outer client', code: `${PRISMA}async function log(id: number) { await prisma.log.create({ data: { id } }); }\n${prisma('await log(id);').slice(PRISMA.length)}`, errors: [helper] },
    { name: 'a helper that takes the client and is not given it', code: `${PRISMA}async function log(id: number, tx = prisma) { await tx.log.create({ data: { id } }); }\n${prisma('await log(id);').slice(PRISMA.length)}`, errors: [helper] },
    { name: 'a helper that is given the outer client', code: `${PRISMA}async function log(db: PrismaClient) { await db.log.create({ data: {} }); }\n${prisma('await log(prisma);').slice(PRISMA.length)}`, errors: [helper] },
    { name: 'a helper that takes the client as an option and is not given it', code: `${PRISMA}async function log({ id, tx }: { id: number; tx?: any }) { await (tx ?? prisma).log.create({ data: { id } }); }\n${prisma('await log({ id });').slice(PRISMA.length)}`, errors: [helper] },
    { name: 'a helper that opens a transaction of its own', code: `${PRISMA}async function log() { await prisma.$transaction(async (inner) => { await inner.log.create({ data: {} }); }); }\n${prisma('await log();').slice(PRISMA.length)}`, errors: [helper] },
    { name: 'a function that is handed the transaction', code: `import type { Prisma } from '@prisma/client';\n${PRISMA}export async function add(tx: Prisma.TransactionClient) { await tx.a.create({ data: {} }); await prisma.b.create({ data: {} }); }`, errors: [{ messageId: 'outerClient', suggestions: 1 }] as never },
    { name: 'a function that may be handed the transaction, and does not hand it on', code: `${PRISMA}const find = (id: number, tx?: any) => (tx ?? prisma).a.findFirst({ where: { id } });\nexport async function change(id: number, tx?: any) {\n  await (tx ?? prisma).a.update({ where: { id }, data: {} });\n  return find(id);\n}`, errors: [helper] },
    { name: 'the app\'s own way of opening one', code: `${PRISMA}const inTransaction = (run: (tx: any) => Promise<void>) => prisma.$transaction((tx) => run(tx));\nexport const go = () => inTransaction(async (tx) => { await tx.a.create({ data: {} }); await prisma.b.create({ data: {} }); });`, errors: [{ messageId: 'outerClient', suggestions: 1 }] as never },
    { name: 'a callback that is handed over by its name', code: `${PRISMA}async function run(tx: any) { await tx.a.create({ data: {} }); await prisma.b.create({ data: {} }); }\nexport const go = () => prisma.$transaction(run);`, errors: [{ messageId: 'outerClient', suggestions: 1 }] as never },
  ],
});
