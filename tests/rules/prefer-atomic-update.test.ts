/** By library: a number that is read and written back, and the same change left to the database. */
import { rule, tester } from '#kit';
import { KNEX, MIKRO, MONGOOSE, paying, PG, PRISMA, reported, SEQUELIZE, TYPEORM } from './atomic.kit.js';

const lost = (name: string, code: string, data?: Record<string, string>, output?: string) => reported('readModifyWrite', { name, code, ...(data && { data }), ...(output !== undefined && { output }) });
const READ = 'const account = await prisma.account.findUnique({ where: { id } });';

tester.run('prefer-atomic-update: mappers', rule('prefer-atomic-update'), {
  valid: [
    { name: 'Prisma, decremented', code: paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: { balance: { decrement: amount } } });') },
    { name: 'Sequelize, decremented', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', "await account.decrement('balance', { by: amount });") },
    { name: 'Sequelize, a literal', code: paying(SEQUELIZE, 'const account = await Account.findByPk(id);', "await Account.update({ balance: sequelize.literal(`balance - 1`) }, { where: { id } });") },
    { name: 'Mongoose, $inc', code: paying(MONGOOSE, 'const account = await Account.findById(id);', 'await Account.updateOne({ _id: id }, { $inc: { balance: -amount } });') },
    { name: 'TypeORM, decremented', code: paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', "await accounts.decrement({ id }, 'balance', amount);") },
    { name: 'MikroORM, a new row', code: paying(MIKRO, 'const em = orm.em.fork();', 'const account = em.create(Account, { balance: 0 });', 'account.balance += amount;', 'await em.persistAndFlush(account);') },
  ],
  invalid: [
    lost('Prisma', paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: { balance: «account.balance - amount» } });'), { column: 'account.balance', write: 'account.update', remedy: '`{ increment: … }` or `{ decrement: … }` in `data`' }, paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: { balance: { decrement: amount } } });')),
    lost('Prisma, by a local', paying(PRISMA, READ, 'const balance = account.balance - amount;', 'await prisma.account.update({ where: { id: account.id }, data: { «balance» } });')),
    lost('Prisma, set', paying(PRISMA, READ, 'await prisma.account.update({ where: { id }, data: { balance: { set: «(account.balance ?? 0) + amount» } } });')),
    lost('Prisma, an upsert', paying(PRISMA, READ, 'await prisma.account.upsert({ where: { id }, create: { balance: 0 }, update: { balance: «account.balance + amount» } });'), undefined, paying(PRISMA, READ, 'await prisma.account.upsert({ where: { id }, create: { balance: 0 }, update: { balance: { increment: amount } } });')),
    lost('Prisma, in a transaction without a lock', paying(PRISMA, 'await prisma.$transaction(async (tx) => {', '  const account = await tx.account.findUnique({ where: { id } });', '  const left = account.balance - amount;', '  await tx.account.update({ where: { id }, data: { balance: «left» } });', '});')),
    lost('Sequelize, a model', paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'await Account.update({ balance: «account.balance - amount» }, { where: { id } });'), { column: 'Account.balance', write: 'Account.update', remedy: '`increment()` or `decrement()`' }),
    lost('Sequelize, an instance', paying(SEQUELIZE, 'const account = await Account.findByPk(id);', 'await account.update({ balance: «account.balance - amount» });')),
    lost('Sequelize, changed and saved', paying(SEQUELIZE, 'const account = await Account.findOne({ where: { id } });', '«account.balance -= amount»;', 'await account.save();')),
    lost('Mongoose, an update', paying(MONGOOSE, 'const account = await Account.findById(id);', 'await Account.findByIdAndUpdate(id, { balance: «account.balance - amount» });'), { column: 'Account.balance', write: 'Account.findByIdAndUpdate', remedy: '`$inc` in an update' }),
    lost('Mongoose, $set', paying(MONGOOSE, 'const account = await Account.findOne({ _id: id }).lean();', 'await Account.updateOne({ _id: id }, { $set: { balance: «account.balance + amount» } });')),
    lost('Mongoose, saved', paying(MONGOOSE, 'const account = await Account.findById(id);', '«account.balance = account.balance - amount»;', 'return account.save();')),
    lost('Mongoose, counted up', paying(MONGOOSE, 'const account = await Account.findById(id);', '«account.balance++»;', 'await account.save();')),
    lost('Mongoose, a nested number', paying(MONGOOSE, 'const account = await Account.findById(id);', "await Account.updateOne({ _id: id }, { $set: { 'stats.wins': «account.stats.wins + 1» } });")),
    lost("Mongoose, a document's own method", `import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ attempts: Number });\nschema.methods.fail = function () {\n  «this.attempts += 1»;\n  return this.save();\n};\nexport default mongoose.model('User', schema);\n`),
    lost('Mongoose, each document', `${MONGOOSE}export async function reward() {\n  const all = await Account.find({ name: 'a' }).limit(10);\n  for (const account of all) {\n    «account.balance += 5»;\n    await account.save();\n  }\n}\n`),
    lost('TypeORM, saved', paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', '«account.balance -= amount»;', 'await accounts.save(account);'), { column: 'Account.balance', write: 'Account.save', remedy: '`increment()` or `decrement()` of the repository, or a raw expression in `update`' }),
    lost('TypeORM, an update', paying(TYPEORM, 'const account = await accounts.findOne({ where: { id } });', 'await accounts.update(id, { balance: «account.balance - amount» });')),
    lost('TypeORM, a copy that is saved', paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', 'await accounts.save({ ...account, balance: «account.balance - amount» });')),
    lost('TypeORM, by its manager', paying(TYPEORM, 'await source.transaction(async (manager) => {', '  const account = await manager.findOneBy(Account, { id });', '  «account.balance -= amount»;', '  await manager.save(account);', '});')),
    lost('TypeORM, its builder', paying(TYPEORM, 'const account = await accounts.findOneBy({ id });', "await accounts.createQueryBuilder().update(Account).set({ balance: «account.balance - amount» }).where('id = :id', { id }).execute();")),
    lost('TypeORM, a list', paying(TYPEORM, 'const all = await accounts.find({ take: 10 });', 'for (const account of all) «account.balance += amount»;', 'await accounts.save(all);')),
    lost('MikroORM, flushed', paying(MIKRO, 'const em = orm.em.fork();', 'const account = await em.findOneOrFail(Account, { id });', '«account.balance -= amount»;', 'await em.flush();')),
  ],
});

tester.run('prefer-atomic-update: builders and statements', rule('prefer-atomic-update'), {
  valid: [
    { name: 'Knex, decremented', code: paying(KNEX, "const account = await db('accounts').where({ id }).first();", "await db('accounts').where({ id }).decrement('balance', amount);") },
    { name: 'SQL that adds', code: paying(PG, "const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);", "await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, id]);") },
    { name: 'SQL that sets another column', code: paying(PG, "const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);", "await pool.query('UPDATE accounts SET spent = $1 WHERE id = $2', [rows[0].balance - amount, id]);") },
    { name: 'a library that blocks', code: paying("import Database from 'better-sqlite3';\nconst db = new Database('app.db');\n", "const account = db.prepare('SELECT balance FROM accounts WHERE id = ?').get(id);", "db.prepare('UPDATE accounts SET balance = ? WHERE id = ?').run(account.balance - amount, id);") },
    { name: 'an insert', code: paying(KNEX, "const account = await db('accounts').where({ id }).first();", "await db('accounts').insert({ id, balance: account.balance - amount });") },
  ],
  invalid: [
    lost('Knex', paying(KNEX, "const account = await db('accounts').where({ id }).first();", "await db('accounts').where({ id }).update({ balance: «account.balance - amount» });"), { column: 'accounts.balance', write: 'accounts.update', remedy: '`.increment()` or `.decrement()`' }),
    lost('Knex, a column and its value', paying(KNEX, "const account = await db('accounts').where('id', id).first();", "await db('accounts').where('id', id).update('balance', «account.balance - amount»);")),
    lost('Knex, taken out of the row', paying(KNEX, "const { balance } = await db('accounts').where({ id }).first();", "await db('accounts').where({ id }).update({ balance: «balance - amount» });")),
    lost('Kysely', paying("import { Kysely } from 'kysely';\nconst db = new Kysely({ dialect });\n", "const account = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();", "await db.updateTable('account').set({ balance: «account.balance - amount» }).where('id', '=', id).execute();")),
    lost('Drizzle', paying("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { eq } from 'drizzle-orm';\nimport { accounts } from './schema';\nconst db = drizzle(url);\n", 'const [account] = await db.select().from(accounts).where(eq(accounts.id, id));', 'await db.update(accounts).set({ balance: «account.balance - amount» }).where(eq(accounts.id, id));')),
    lost("Drizzle's relational query", paying("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { eq } from 'drizzle-orm';\nimport { accounts } from './schema';\nconst db = drizzle(url);\n", 'const account = await db.query.accounts.findFirst({ where: eq(accounts.id, id) });', 'await db.update(accounts).set({ balance: «account.balance - amount» }).where(eq(accounts.id, account.id));')),
    lost('Objection', paying("import { Model } from 'objection';\nclass Account extends Model {}\n", 'const account = await Account.query().findById(id);', 'await account.$query().patch({ balance: «account.balance - amount» });')),
    lost('Objection, by its class', paying("import { Model } from 'objection';\nclass Account extends Model {}\n", 'const account = await Account.query().findById(id);', 'await Account.query().findById(id).patch({ balance: «account.balance - amount» });')),
    lost('Supabase', paying("import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient(url, key);\n", "const { data } = await supabase.from('accounts').select('balance').eq('id', id).single();", "await supabase.from('accounts').update({ balance: «data.balance - amount» }).eq('id', id);")),
    lost('the MongoDB driver', paying("import { MongoClient } from 'mongodb';\nconst db = new MongoClient(url).db();\n", "const account = await db.collection('accounts').findOne({ _id: id });", "await db.collection('accounts').updateOne({ _id: id }, { $set: { balance: «account.balance - amount» } });")),
    lost('numbered parameters', paying(PG, "const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);", "await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2', [«rows[0].balance - amount», id]);"), { column: 'accounts.balance', write: 'accounts.query', remedy: '`SET n = n + $1` in the statement' }),
    lost('question marks', paying("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n", "const [rows] = await pool.execute('SELECT balance FROM accounts WHERE id = ?', [id]);", "await pool.execute('UPDATE accounts SET touched = ?, balance = ? WHERE id = ?', [true, «rows[0].balance - amount», id]);")),
    lost('a tag', paying("import postgres from 'postgres';\nconst sql = postgres();\n", 'const [account] = await sql`SELECT balance FROM accounts WHERE id = ${id}`;', 'await sql`UPDATE accounts SET balance = ${«account.balance - amount»} WHERE id = ${id}`;')),
    lost("Prisma's tag", paying(PRISMA, READ, 'await prisma.$executeRaw`UPDATE account SET balance = ${«account.balance - amount»} WHERE id = ${id}`;')),
  ],
});
