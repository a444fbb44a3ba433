/** Through which functions a statement beside the transaction is found, and what decides whether it runs. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient, type Prisma } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const WRITE = 'await prisma.log.create({ data: {} });';
const READ = 'await prisma.log.findFirst();';
const helper = [{ messageId: 'outerHelper' }] as const;
const client = [{ messageId: 'outerClient', suggestions: 1 }] as never;

/** A transaction in which `log` is called so, after some functions. */
const calling = (functions: string, call = 'await log();'): string => `${PRISMA}${functions}\nexport async function place(id: number) {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { id } });\n    ${call}\n  });\n}\n`;
/** Functions that call each other, so many, of which the last runs a statement. */
const chain = (length: number, statement: string): string => Array.from({ length }, (_, at) => `async function ${at === 0 ? 'log' : `step${String(at)}`}() {\n  ${at === length - 1 ? statement : `await step${String(at + 1)}();`}\n}\n`).join('');
/** A function that may be handed a transaction, with a branch. */
const handed = (body: string): string => `${PRISMA}export async function add(tx?: Prisma.TransactionClient) {\n  ${body}\n}\n`;

tester.run('no-outer-client-in-transaction: what is reached', rule('no-outer-client-in-transaction'), {
  valid: [
    { name: 'a statement that nobody waits for', code: calling('', 'void prisma.log.create({ data: {} });') },
    { name: 'a statement that a helper does not wait for', code: calling('async function log() {\n  void prisma.log.create({ data: {} });\n}') },
    { name: 'a helper that its caller does not wait for', code: calling(`async function step() {\n  ${WRITE}\n}\nasync function log() {\n  void step();\n}`) },
    { name: 'a write that is far away', code: calling(chain(6, WRITE)) },
    { name: 'a read that is some way off', code: calling(chain(3, READ)) },
    { name: 'a read that something decides', code: calling(`async function log(id?: number) {\n  if (id) ${READ}\n}`, 'await log(id);') },
    { name: 'a write that the call does not ask for', code: calling(`async function log(loud = false) {\n  if (loud) ${WRITE}\n}`, 'await log(false);') },
    { name: 'a write that a call on the way does not ask for', code: calling(`async function step(loud = false) {\n  if (loud) ${WRITE}\n}\nasync function log() {\n  await step(false);\n}`) },
    { name: 'the branch without a transaction, by a comparison', code: handed('if (tx !== undefined) await tx.log.create({ data: {} });\n  else await prisma.log.create({ data: {} });') },
    { name: 'the branch without a transaction, by an equality', code: handed('if (tx === undefined) return prisma.log.create({ data: {} });\n  return tx.log.create({ data: {} });') },
    { name: 'a helper on the way that hands the client on', code: calling('async function step(db: any) {\n  await db.log.create({ data: {} });\n}\nasync function log(db: any) {\n  await step(db);\n}', 'await log(tx);') },
  ],
  invalid: [
    { name: 'a statement that is waited for', code: calling('', WRITE), errors: client },
    { name: 'a helper of a helper', code: calling(chain(2, WRITE)), errors: helper },
    { name: 'a write that is as far away as is looked', code: calling(chain(5, WRITE)), errors: helper },
    { name: 'a read that is near', code: calling(chain(2, READ)), errors: helper },
    { name: 'a write that something decides', code: calling(`async function log(id?: number) {\n  if (id) ${WRITE}\n}`, 'await log(id);'), errors: helper },
    { name: 'a write that the call asks for', code: calling(`async function log(loud = false) {\n  if (loud) ${WRITE}\n}`, 'await log(true);'), errors: helper },
    { name: 'a write that two ways lead to', code: calling(`async function step() {\n  ${WRITE}\n}\nasync function other() {\n  await step();\n}\nasync function log() {\n  await step();\n  await other();\n}`), errors: helper },
    { name: 'the branch with a transaction, by an equality', code: handed('if (tx === undefined) return;\n  await tx.order.create({ data: {} });\n  await prisma.log.create({ data: {} });'), errors: client },
    { name: 'a helper on the way that is not given the client', code: calling('async function step(db: any = prisma) {\n  await db.log.create({ data: {} });\n}\nasync function log(db: any = prisma) {\n  await step(db);\n}'), errors: helper },
    { name: 'a client that is handed in, beside its transaction', code: 'export const place = (prisma) => prisma.$transaction(async (tx) => {\n  await tx.order.create({ data: {} });\n  await prisma.log.create({ data: {} });\n});\n', errors: client },
    { name: 'a helper with a transaction that its own statement is beside', code: calling('async function log() {\n  await prisma.$transaction(async (inner) => {\n    await inner.mark.create({ data: {} });\n    await prisma.log.create({ data: {} });\n  });\n}'), errors: [{ messageId: 'outerClient', suggestions: 1 }, { messageId: 'outerHelper' }] as never },
  ],
});
