/** What is left alone, each beside the smallest change that makes it a lost update. */
import { rule, tester } from '#kit';
import { KNEX, MIKRO, MONGOOSE, paying, PG, PRISMA, reported, SEQUELIZE, TYPEORM } from './atomic.kit.js';

const lost = (name: string, code: string) => reported('readModifyWrite', { name, code });
const READ = 'const account = await prisma.account.findUnique({ where: { id } });';
const writing = (value: string, where = '{ id }') => paying(PRISMA, READ, `await prisma.account.update({ where: ${where}, data: ${value} });`);
const knex = (...statements: string[]) => paying(KNEX, 'await db.transaction(async (trx) => {', ...statements, '});');
const UPDATE = "await trx('accounts').where({ id }).update({ balance: account.balance - amount });";
const MARKED = "await trx('accounts').where({ id }).update({ balance: «account.balance - amount» });";

tester.run('prefer-atomic-update: what is no number', rule('prefer-atomic-update'), {
  valid: [
    { name: 'a value that is copied', code: writing('{ balance: account.balance }') },
    { name: 'a default', code: writing('{ balance: account.balance ?? 0 }') },
    { name: 'a value of the caller', code: writing('{ balance: amount + 1 }') },
    { name: 'another column', code: writing('{ spent: account.balance - amount }') },
    { name: 'a text with a suffix', code: writing("{ name: account.name + ' (copy)' }") },
    { name: 'a text in a template', code: writing('{ name: `${account.name} ${amount}` }') },
    { name: 'two texts', code: writing('{ notes: account.notes + remark }') },
    { name: 'a flag', code: writing('{ active: !account.active }') },
    { name: 'a date', code: writing('{ expiresAt: new Date(account.expiresAt.getTime() + 1000) }') },
    { name: 'a point in time', code: writing('{ expiresAt: account.expiresAt + 1000 }') },
    { name: 'a list', code: writing('{ tags: [...account.tags, 1 + amount] }') },
    { name: "a list's length", code: writing('{ tags: account.tags.length + 1 }') },
    { name: 'a column of JSON', code: writing('{ stats: { ...account.stats, wins: account.stats.wins + 1 } }') },
    { name: 'a number beside the one in the document', code: paying(MONGOOSE, 'const account = await Account.findById(id);', "await Account.updateOne({ _id: id }, { $set: { 'stats.wins': account.stats.losses + 1 } });") },
    { name: 'a number of another part of the document', code: paying(MONGOOSE, 'const account = await Account.findById(id);', "await Account.updateOne({ _id: id }, { $set: { 'stats.wins': account.totals.wins + 1 } });") },
    { name: 'a text that is added to in place', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', "account.notes += 'x' + amount;", 'await account.save();') },
    { name: 'a row that is changed and not saved', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'account.balance -= amount;', 'return account.balance;') },
    { name: 'a row that is saved before it is changed', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'await account.save();', 'account.balance -= amount;', 'return account;') },
    { name: 'another row that is saved', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'const other = await Account.findByPk(amount);', 'account.balance -= amount;', 'await other.save();') },
    { name: 'a row that is made here', code: paying(SEQUELIZE, 'const account = await Account.create({ balance: 0 });', 'account.balance -= amount;', 'await account.save();') },
    { name: 'a sum that the database worked out', code: paying(PRISMA, 'const { _sum } = await prisma.entry.aggregate({ where: { id }, _sum: { balance: true } });', 'await prisma.account.update({ where: { id }, data: { balance: _sum.balance + 0 } });') },
    { name: 'an object in memory', code: paying('', 'const account = { balance: 1, save() {} };', 'account.balance -= amount;', 'account.save();') },
  ],
  invalid: [
    { ...lost('a number of its own name', writing('{ balance: «Number(account.balance) - amount» }')) },
    lost('two numbers', writing('{ visits: «(account.visits ?? 0) + (remark || 1)» }')),
    lost('a minimum around it', writing('{ balance: «Math.max(0, account.balance - amount)» }')),
    lost('a choice', writing('{ balance: «amount > 5 ? account.balance - amount : account.balance» }')),
    lost('a decimal', paying(`${PRISMA}import Big from 'big.js';\n`, READ, 'await prisma.account.update({ where: { id }, data: { balance: «new Big(account.balance).plus(amount).toNumber()» } });')),
    lost('a decimal of the row', writing('{ balance: «account.balance.minus(amount)» }')),
    lost('a local that is counted down', paying(PRISMA, READ, 'let { balance } = account;', 'balance -= amount;', 'await prisma.account.update({ where: { id }, data: { «balance» } });')),
    lost('a row that is changed and written by its columns', paying(PRISMA, READ, '«account.balance -= amount»;', 'await prisma.account.update({ where: { id }, data: { balance: account.balance } });')),
    lost('a row that is saved after it is changed', paying(SEQUELIZE, 'const account = await Account.findByPk(id);', '«account.balance -= amount»;', 'await account.save();')),
  ],
});

tester.run('prefer-atomic-update: rows that are not the same', rule('prefer-atomic-update'), {
  valid: [
    { name: 'the last of all', code: paying(PRISMA, 'const last = await prisma.account.findFirst({ orderBy: { position: "desc" } });', 'await prisma.account.update({ where: { id }, data: { position: last.position + 1 } });') },
    { name: 'a row of another table', code: paying(PRISMA, 'const cart = await prisma.cart.findUnique({ where: { id } });', 'await prisma.order.update({ where: { id }, data: { total: cart.total + amount } });') },
    { name: 'a neighbour', code: paying(PRISMA, 'const rows = await prisma.account.findMany({ take: 9 });', 'for (let i = 1; i < rows.length; i++) await prisma.account.update({ where: { id: rows[i].id }, data: { position: rows[i - 1].position + 1 } });') },
    { name: 'a row that is handed in by who knows whom', code: `${PRISMA}export async function pay(account: { id: number; balance: number }, amount: number) {\n  await prisma.account.update({ where: { id: account.id }, data: { balance: account.balance - amount } });\n}\n` },
    { name: 'a new row', code: paying(PRISMA, READ, 'await prisma.account.create({ data: { balance: account.balance - amount } });') },
  ],
  invalid: [
    lost('the row itself', paying(PRISMA, 'const last = await prisma.account.findFirst({ orderBy: { position: "desc" } });', 'await prisma.account.update({ where: { id: last.id }, data: { position: «1 + last.position» } });')),
    lost('each row', paying(PRISMA, 'const rows = await prisma.account.findMany({ take: 9 });', 'for (const row of rows) await prisma.account.update({ where: { id: row.id }, data: { position: «1 + row.position» } });')),
    lost('a row inside another', paying(PRISMA, 'const user = await prisma.user.findUnique({ where: { id }, include: { account: true } });', 'await prisma.account.update({ where: { userId: user.id }, data: { balance: «Number(user.account.balance) - amount» } });')),
    lost('a row that callers read and hand in', `${PRISMA}async function pay(account, amount) {\n  await prisma.account.update({ where: { id: account.id }, data: { balance: «Number(account.balance) - amount» } });\n}\nexport async function run(id: number) {\n  await pay(await prisma.account.findUnique({ where: { id } }), 5);\n}\n`),
  ],
});

/** Drizzle's statements on a handle that nothing tells about. */
const inScope = (balance: string, ...before: string[]) => paying("import { eq, sql } from 'drizzle-orm';\nimport { integer, pgTable } from 'drizzle-orm/pg-core';\nimport { scoped } from './scope';\nconst accounts = pgTable('accounts', { id: integer('id'), balance: integer('balance') });\n", 'await scoped(async (tx) => {', ...before, '  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id));', `  await tx.update(accounts).set({ balance: ${balance} }).where(eq(accounts.id, id));`, '});');

const inSqlite = (balance: string, begin: string, handle: string, before = '') => paying(`import { eq } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/libsql';\nimport { integer, sqliteTable } from 'drizzle-orm/sqlite-core';\nconst accounts = sqliteTable('accounts', { id: integer('id'), balance: integer('balance') });\nconst db = drizzle(client);\n${before}`, begin, `  const [account] = await ${handle}.select().from(accounts).where(eq(accounts.id, id));`, `  await ${handle}.update(accounts).set({ balance: ${balance} }).where(eq(accounts.id, id));`, '});');

tester.run('prefer-atomic-update: locks, versions and conditions', rule('prefer-atomic-update'), {
  valid: [
    { name: 'Knex, forUpdate', code: knex("const account = await trx('accounts').where({ id }).forUpdate().first();", UPDATE) },
    { name: 'Kysely, forUpdate', code: paying("import { Kysely } from 'kysely';\nconst db = new Kysely({ dialect });\n", "const account = await db.selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();", "await db.updateTable('account').set({ balance: account.balance - amount }).where('id', '=', id).execute();") },
    { name: 'TypeORM, a pessimistic lock', code: paying(TYPEORM, "const account = await accounts.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });", 'account.balance -= amount;', 'await accounts.save(account);') },
    { name: 'TypeORM, setLock', code: paying(TYPEORM, "const account = await accounts.createQueryBuilder('a').setLock('pessimistic_write').where('a.id = :id', { id }).getOne();", 'account.balance -= amount;', 'await accounts.save(account);') },
    { name: 'Sequelize, a lock', code: paying(SEQUELIZE, 'await sequelize.transaction(async (transaction) => {', '  const account = await Account.findByPk(id, { transaction, lock: true });', '  account.balance -= amount;', '  await account.save({ transaction });', '});') },
    { name: 'MikroORM, a lock', code: paying(`${MIKRO}import { LockMode } from '@mikro-orm/core';\n`, 'const em = orm.em.fork();', 'const account = await em.findOneOrFail(Account, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });', 'account.balance -= amount;', 'await em.flush();') },
    { name: 'FOR UPDATE', code: paying(PG, "const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [id]);", "await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id]);") },
    { name: 'FOR UPDATE in a statement before it', code: paying(PRISMA, 'await prisma.$transaction(async (tx) => {', '  await tx.$queryRaw`SELECT id FROM account WHERE id = ${id} FOR UPDATE`;', '  const account = await tx.account.findUnique({ where: { id } });', '  await tx.account.update({ where: { id }, data: { balance: account.balance - amount } });', '});') },
    { name: 'an advisory lock', code: knex("await trx.raw('SELECT pg_advisory_xact_lock(?)', [id]);", "const account = await trx('accounts').where({ id }).first();", UPDATE) },
    { name: 'an advisory lock on a handle that nothing tells about', code: inScope('account.balance - amount', '  await tx.execute(sql`select pg_advisory_xact_lock(${id})`);') },
    { name: 'an advisory lock that a function takes which is called before', code: `${inScope('account.balance - amount', '  await lockScope(tx);')}const lockScope = (tx) => takeIt(tx);\nconst takeIt = (tx) => tx.execute(sql\`select pg_advisory_xact_lock(1)\`);\n` },
    { name: 'a transaction of SQLite, which lets no two of them write', code: inSqlite('account.balance - amount', 'await db.transaction(async (tx) => {', 'tx') },
    { name: 'a transaction of SQLite that a function of the app opens', code: inSqlite('account.balance - amount', 'await withTransaction(async (tx) => {', 'tx', 'const withTransaction = (work) => db.transaction(work);\n') },
    { name: 'a mutex', code: paying(PRISMA, 'await mutex.runExclusive(async () => {', READ, '  await prisma.account.update({ where: { id }, data: { balance: account.balance - amount } });', '});') },
    { name: 'a lock that is acquired', code: paying(PRISMA, 'const lock = await redlock.acquire([`account:${id}`], 5000);', READ, 'await prisma.account.update({ where: { id }, data: { balance: account.balance - amount } });', 'await lock.release();') },
    { name: 'a lock by a decorator', code: `${PRISMA}class Accounts {\n  @WithLock('account')\n  async pay(id: number) {\n    const account = await prisma.account.findUnique({ where: { id } });\n    await prisma.account.update({ where: { id }, data: { balance: account.balance - 1 } });\n  }\n}\n` },
    { name: 'a serializable transaction', code: paying(PRISMA, 'await prisma.$transaction(async (tx) => {', '  const account = await tx.account.findUnique({ where: { id } });', '  await tx.account.update({ where: { id }, data: { balance: account.balance - amount } });', "}, { isolationLevel: 'Serializable' });") },
    { name: "Kysely's serializable transaction", code: paying("import { Kysely } from 'kysely';\nconst db = new Kysely({ dialect });\n", "await db.transaction().setIsolationLevel('serializable').execute(async (trx) => {", "  const account = await trx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();", "  await trx.updateTable('account').set({ balance: account.balance - amount }).where('id', '=', id).execute();", '});') },
    { name: 'the old value in the filter', code: writing('{ balance: account.balance - amount }', '{ id, balance: account.balance }') },
    { name: 'a version in the filter', code: writing('{ balance: account.balance - amount, version: account.version + 1 }', '{ id, version: account.version }') },
    { name: 'the old value in a statement', code: paying(PG, "const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);", "await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2 AND balance = $3', [rows[0].balance - amount, id, rows[0].balance]);") },
    { name: "TypeORM's version column", code: paying(TYPEORM.replace('@Column() balance', "@VersionColumn() version: number;\n  @Column() balance").replace('Column,', 'Column, VersionColumn,'), 'const account = await accounts.findOneBy({ id });', 'account.balance -= amount;', 'await accounts.save(account);') },
    { name: "MikroORM's version property", code: paying(MIKRO.replace('balance: number', '@Property({ version: true }) version: number;\n  balance: number'), 'const em = orm.em.fork();', 'const account = await em.findOneOrFail(Account, { id });', 'account.balance -= amount;', 'await em.flush();') },
    { name: "Sequelize's version option", code: paying(SEQUELIZE.replace('DataTypes.INTEGER }', 'DataTypes.INTEGER }, { version: true }'), 'const account = await Account.findByPk(id);', 'account.balance -= amount;', 'await account.save();') },
    { name: "Mongoose's optimistic concurrency", code: paying("import mongoose from 'mongoose';\nconst Account = mongoose.model('Account', new mongoose.Schema({ balance: Number }, { optimisticConcurrency: true }));\n", 'const account = await Account.findById(id);', 'account.balance -= amount;', 'await account.save();') },
    { name: 'a transaction of Mongoose, whose documents are saved in it', code: paying(MONGOOSE, 'await mongoose.connection.transaction(async () => {', '  const account = await Account.findById(id);', '  account.balance -= amount;', '  await account.save();', '});') },
    { name: 'a lock by a decorator without arguments', code: `${PRISMA}class Accounts {\n  @locked\n  async other() {}\n  @withLock\n  async pay(id: number) {\n    const account = await prisma.account.findUnique({ where: { id } });\n    await prisma.account.update({ where: { id }, data: { balance: account.balance - 1 } });\n  }\n}\n` },
    { name: 'a lock that a call of a lock takes', code: paying(PRISMA, 'await lock(id);', READ, 'await prisma.account.update({ where: { id }, data: { balance: account.balance - amount } });') },
    { name: "a session of MongoDB, whose transaction fails", code: paying(MONGOOSE, 'const session = await mongoose.startSession();', 'session.startTransaction();', 'const account = await Account.findById(id).session(session);', 'account.balance -= amount;', 'await account.save({ session });') },
  ],
  invalid: [
    lost('Knex, no lock', knex("const account = await trx('accounts').where({ id }).first();", MARKED)),
    lost('SQLite, in no transaction', inSqlite('«account.balance - amount»', 'await unseen(async () => {', 'db')),
    lost('a lock that a function takes which is called after', `${inScope('«account.balance - amount»')}const lockScope = (tx) => tx.execute(sql\`select pg_advisory_xact_lock(1)\`);\nexport const later = (tx) => lockScope(tx);\n`),
    lost('a handle that nothing tells about, no lock', inScope('«account.balance - amount»')),
    lost('Sequelize, no lock', paying(SEQUELIZE, 'await sequelize.transaction(async (transaction) => {', '  const account = await Account.findByPk(id, { transaction });', '  «account.balance -= amount»;', '  await account.save({ transaction });', '});')),
    lost('a lock that is taken later', paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: { balance: «Number(account.balance) - amount» } });', 'await mutex.acquire();')),
    lost('a lock that is let go before', paying(PRISMA, 'await lock.releaseLock(id);', READ, 'await prisma.account.update({ where: { id }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('a call of what has no name', paying(PRISMA, 'await locks[id]();', READ, 'await prisma.account.update({ where: { id }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('a version of another model', paying(SEQUELIZE.replace('DataTypes.INTEGER }', 'DataTypes.INTEGER }, { [name]: true, version: false }'), 'const account = await Account.findByPk(id);', '«account.balance -= amount»;', 'await account.save();')),
    lost('a version that a decorator does not keep', paying(TYPEORM.replace('@Column() balance', "@Column() VersionColumn: number;\n  @(columns[0]()) other: number;\n  @Column() balance"), 'const account = await accounts.findOneBy({ id });', '«account.balance -= amount»;', 'await accounts.save(account);')),
    lost('something that blocks', paying(PRISMA, 'await block(id);', READ, 'await prisma.account.update({ where: { id }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('a level that lets updates be lost', paying(PRISMA, 'await prisma.$transaction(async (tx) => {', '  const account = await tx.account.findUnique({ where: { id } });', '  await tx.account.update({ where: { id }, data: { balance: «Number(account.balance) - amount» } });', "}, { isolationLevel: 'ReadCommitted' });")),
    lost('another column in the filter', paying(PRISMA, READ, 'await prisma.account.update({ where: { id, active: true }, data: { balance: «Number(account.balance) - amount» } });')),
    lost('TypeORM without a version', paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', '«account.balance -= amount»;', 'await accounts.save(account);')),
    lost('a save without the session', paying(MONGOOSE, 'const account = await Account.findById(id);', '«account.balance -= amount»;', 'await account.save();')),
  ],
});
