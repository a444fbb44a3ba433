/** Lists without a size: what in their filter, options or SQL keeps them small, and what does not. */
import { rule, tester } from '#kit';
import { listing, MONGOOSE, PRISMA } from './pagination.kit.js';

const unbounded = [{ messageId: 'unboundedList' as const }];
const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const DRIZZLE = "import { and, eq, gt, sql } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/node-postgres';\nimport { users } from './schema';\nconst db = drizzle(url);\n";
const TYPEORM = "import { DataSource } from 'typeorm';\nconst users = new DataSource({}).getRepository('User');\n";
const SEQUELIZE = "import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize(url);\nconst Team = sequelize.define('Team', { name: DataTypes.STRING });\n";
const OBJECTION = "import { Model } from 'objection';\nclass Team extends Model {}\n";
const where = (filter: string, before = '') => listing(PRISMA, `${before}res.json(await prisma.user.findMany({ where: ${filter} }));`);
const find = (filter: string) => listing(MONGOOSE, `res.json(await User.find(${filter}));`);

tester.run('require-pagination-cap: filters', rule('require-pagination-cap'), {
  valid: [
    { name: 'a filter that is spread from something that cannot be read', code: where('{ ...(await filterOf(req)), active: true }') },
    { name: 'a column that is picked by name', code: where('{ [req.params.column]: true }') },
    { name: 'a list of keys as alternatives', code: where('{ OR: req.body.emails.map((email) => ({ email })) }') },
    { name: 'a key in each of some alternatives', code: where("{ OR: [{ email: 'a' }, { id: 1 }] }") },
    { name: 'a function of JavaScript in MongoDB', code: find("{ $where: 'this.seen < this.sent' }") },
    { name: 'an expression in MongoDB', code: find("{ $expr: { $eq: ['$seen', '$sent'] } }") },
    { name: 'conditions among which some cannot be read', code: where('{ AND: [{ active: true }, ...extra] }', 'const extra = await conditionsOf(req);\n  ') },
    { name: 'conditions that cannot be read', code: listing(DRIZZLE, 'res.json(await db.select().from(users).where(and(...conditionsOf(req))));') },
    { name: 'a condition on a column that cannot be read', code: listing(DRIZZLE, 'res.json(await db.select().from(users).where(eq(sql`lower(name)`, req.params.name)));') },
    { name: 'SQL that nobody can see', code: listing(PG, "res.json((await pool.query(statementFor(req))).rows);") },
    { name: 'a clause that is filled in whole', code: listing(PG, 'res.json((await pool.query(`SELECT * FROM users ${clauseOf(req)}`)).rows);') },
    { name: 'options that something else may add to', code: listing(PRISMA, "const options = { orderBy: { name: 'asc' } };\n  addPage(options, req);\n  res.json(await prisma.user.findMany(options));") },
    { name: 'a limit whose numbers are spread', code: listing(KNEX, "res.json(await db('users').limit(...pageOf(req)));") },
    { name: 'one row, taken off the list', code: listing(PRISMA, 'const [user] = await prisma.user.findMany({ where: { active: true } });\n  res.json(user);') },
    { name: 'conditions without options, as TypeORM took them before 0.3', code: listing(TYPEORM, 'res.json(await users.find({ teamId: req.params.team }));') },
    { name: 'an owner among the options of TypeORM', code: listing(TYPEORM, "res.json(await users.find({ where: { teamId: req.params.team }, order: { name: 'ASC' } }));") },
    { name: 'what is associated with each of some rows in Sequelize', code: listing(SEQUELIZE, 'const teams = await Team.findAll({ limit: 20 });\n  res.json(await Promise.all(teams.map((team) => team.getPlayers())));') },
    { name: 'what is related to each of some rows in Objection', code: listing(OBJECTION, "const teams = await Team.query().limit(20);\n  res.json(await Promise.all(teams.map((team) => team.$relatedQuery('coach'))));") },
  ],
  invalid: [
    { name: 'an order by a key, in TypeORM', code: listing(TYPEORM, "res.json(await users.find({ order: { id: 'DESC' } }));"), errors: unbounded },
    { name: 'a state, and an order by a key', code: listing(TYPEORM, "res.json(await users.find({ where: { active: true }, order: { id: 'DESC' } }));"), errors: unbounded },
    { name: 'all rows of Sequelize, beside those of an association', code: listing(SEQUELIZE, 'res.json(await Team.findAll());'), errors: unbounded },
    { name: 'a filter that is spread from one that can be read', code: where('{ ...base, active: true }', "const base = { role: 'admin' };\n  "), errors: unbounded },
    { name: 'alternatives that a name holds', code: where('{ OR: roles }', "const roles = [{ role: 'admin' }, { role: 'editor' }];\n  "), errors: unbounded },
    { name: 'alternatives that some function gives', code: where('{ OR: rolesOf(req) }'), errors: unbounded },
    { name: 'an alternative without a key', code: where("{ OR: [{ email: 'a' }, { role: 'admin' }] }"), errors: unbounded },
    { name: 'all but one', code: where('{ id: { not: 1 } }'), errors: unbounded },
    { name: 'a list of conditions with a hole in it', code: where("{ AND: [, { role: 'admin' }] }"), errors: unbounded },
    { name: 'no filter after all', code: find('undefined'), errors: unbounded },
    { name: 'null for a filter', code: find('null'), errors: unbounded },
    { name: 'a raw condition that compares no column for equality', code: listing(KNEX, "res.json(await db('users').whereRaw('created_at > now() - 1'));"), errors: unbounded },
    { name: 'a limit that is left out', code: listing(KNEX, "res.json(await db('users').limit());"), errors: unbounded },
    { name: 'options that are given an order later', code: listing(PRISMA, "const options = { where: { active: true } };\n  options.orderBy = { name: 'asc' };\n  res.json(await prisma.user.findMany(options));"), errors: unbounded },
    { name: 'options that are taken apart too', code: listing(PRISMA, "const options = { orderBy: { name: 'asc' } };\n  const { orderBy } = options;\n  res.json({ orderBy, users: await prisma.user.findMany(options) });"), errors: unbounded },
    { name: 'rows that a helper sends beside its own data', code: listing(`${PRISMA}function ok(res, rows) {\n  res.json({ rows, at: Date.now() });\n}\n`, 'if (!req.query.all) return ok(res);\n  ok(res, await prisma.user.findMany());'), errors: unbounded },
    {
      name: 'an in-house client, which has no words of its own for a size',
      code: listing("import { db } from '@acme/db';\n", 'res.json(await db.users.fetch());'),
      settings: { 'backend-patterns': { databaseClients: [{ module: '@acme/db', name: 'db', read: ['fetch'] }] } },
      errors: [{ messageId: 'unboundedList', data: { query: 'users.fetch', size: 'a limit' } }],
    },
  ],
});
