import { inApp, rule, tester } from '#kit';
import { EXPRESS, listing, MONGOOSE, PRISMA, uncapped } from './pagination.kit.js';

const TYPEORM = "import { DataSource, In } from 'typeorm';\nconst users = new DataSource({}).getRepository('User');\n";
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const DRIZZLE = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { eq, inArray } from 'drizzle-orm';\nimport { posts } from './schema';\nconst db = drizzle(url);\n";
const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const unbounded = [{ messageId: 'unboundedList' as const }];
const filtered = (where: string) => listing(PRISMA, `res.json(await prisma.post.findMany({ where: ${where} }));`);

tester.run('require-pagination-cap: filters that keep a list small', rule('require-pagination-cap'), {
  valid: [
    { name: 'a unique key', code: filtered('{ slug: req.query.slug }') },
    { name: 'a list of ids', code: filtered('{ id: { in: req.body.ids } }') },
    { name: "the parent's id", code: filtered('{ categoryId: Number(req.query.category) }') },
    { name: "the owner's id", code: filtered('{ userId: req.user.id }') },
    { name: 'the owner by a relation', code: filtered('{ author: { email: req.user.email } }') },
    { name: 'an owner among others', code: filtered('{ published: true, authorId: req.user.id }') },
    { name: 'an owner inside AND', code: filtered('{ AND: [{ published: true }, { authorId: req.user.id }] }') },
    { name: 'a filter that cannot be read', code: listing(`${PRISMA}import { scope } from '@acme/scopes';\n`, 'res.json(await prisma.post.findMany({ where: scope(req) }));') },
    { name: 'a filter held by a variable', code: listing(PRISMA, 'const where = { authorId: req.user.id };\n  res.json(await prisma.post.findMany({ where }));') },
    { name: 'Mongoose', code: listing(MONGOOSE, 'res.json(await User.find({ teamId: req.params.team }));') },
    { name: 'Mongoose, a list of ids', code: listing(MONGOOSE, 'res.json(await User.find({ _id: { $in: req.body.ids } }));') },
    { name: 'TypeORM, a list of ids', code: listing(TYPEORM, 'res.json(await users.findBy({ id: In(req.body.ids) }));') },
    { name: "TypeORM's query builder", code: listing(TYPEORM, "res.json(await users.createQueryBuilder('u').where('u.teamId = :team', { team: req.query.team }).getMany());") },
    { name: 'Knex', code: listing(KNEX, "res.json(await db('posts').where('author_id', req.user.id));") },
    { name: 'Knex, a list of ids', code: listing(KNEX, "res.json(await db('posts').whereIn('id', req.body.ids));") },
    { name: 'Drizzle', code: listing(DRIZZLE, 'res.json(await db.select().from(posts).where(eq(posts.authorId, req.user.id)));') },
    { name: 'Drizzle, an owner among others', code: listing(DRIZZLE.replace('{ eq', '{ and, eq'), "res.json(await db.select().from(posts).where(and(eq(posts.status, 'published'), eq(posts.authorId, req.user.id))));") },
    { name: 'what the table names as its parent', code: listing(KNEX, "res.json(await db('launch_steps').where({ launch: req.query.launch }));") },
    { name: 'what the model names as its parent', code: listing(PRISMA, 'res.json(await prisma.launchStep.findMany({ where: { launch: req.query.launch } }));') },
    { name: 'a SQL clause that cannot be read', code: listing(`${PG}import { clauses } from '@acme/sql';\n`, 'res.json((await pool.query(`SELECT * FROM posts ${clauses(req)}`)).rows);') },
    { name: 'Drizzle, a list of ids', code: listing(DRIZZLE, 'res.json(await db.select().from(posts).where(inArray(posts.id, req.body.ids)));') },
    { name: 'SQL', code: listing(PG, "res.json((await pool.query('SELECT * FROM posts WHERE author_id = $1', [req.user.id])).rows);") },
  ],
  invalid: [
    { name: 'a status', code: filtered("{ status: 'published' }"), errors: unbounded },
    { name: 'a tenant', code: filtered('{ tenantId: req.user.tenantId }'), errors: unbounded },
    { name: 'an organisation', code: filtered('{ organizationId: req.user.organizationId }'), errors: unbounded },
    { name: 'a search text', code: filtered('{ title: { contains: req.query.q } }'), errors: unbounded },
    { name: 'the absence of a status', code: filtered('{ deletedAt: null }'), errors: unbounded },
    { name: 'an owner on one side of OR', code: filtered('{ OR: [{ authorId: req.user.id }, { published: true }] }'), errors: unbounded },
    { name: 'anyone but an owner', code: filtered('{ NOT: { authorId: req.user.id } }'), errors: unbounded },
    { name: 'every id but one', code: filtered('{ id: { not: 1 } }'), errors: unbounded },
    { name: 'a filter inside an include', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ include: { posts: { where: { userId: 1 } } } }));'), errors: unbounded },
    { name: 'a filter in memory', code: listing(PRISMA, 'const posts = await prisma.post.findMany();\n  res.json(posts.filter((post) => post.authorId === req.user.id));'), errors: unbounded },
    { name: 'Mongoose, a status', code: listing(MONGOOSE, "res.json(await User.find({ role: 'admin' }));"), errors: unbounded },
    { name: "TypeORM's query builder, a status", code: listing(TYPEORM, "res.json(await users.createQueryBuilder('u').where('u.active = :active', { active: true }).getMany());"), errors: unbounded },
    { name: 'Knex, a status', code: listing(KNEX, "res.json(await db('posts').where('status', 'published'));"), errors: unbounded },
    { name: 'what the table is no part of', code: listing(KNEX, "res.json(await db('launch_steps').where({ phase: req.query.phase }));"), errors: unbounded },
    { name: 'a status that the table is named after', code: listing(KNEX, "res.json(await db('status_reports').where({ status: req.query.status }));"), errors: unbounded },
    { name: 'a tenant that the table is named after', code: listing(KNEX, "res.json(await db('workspace_reports').where({ workspace: req.query.workspace }));"), errors: unbounded },
    { name: 'Drizzle, a status', code: listing(DRIZZLE, "res.json(await db.select().from(posts).where(eq(posts.status, 'published')));"), errors: unbounded },
    { name: 'Drizzle, an owner on one side of or()', code: listing(DRIZZLE.replace('{ eq', '{ eq, or'), "res.json(await db.select().from(posts).where(or(eq(posts.status, 'published'), eq(posts.authorId, req.user.id))));"), errors: unbounded },
    { name: 'SQL, a column whose name ends like an id', code: listing(PG, "res.json((await pool.query('SELECT * FROM orders WHERE paid = true')).rows);"), errors: unbounded },
    { name: 'SQL, an owner on one side of OR', code: listing(PG, "res.json((await pool.query('SELECT * FROM posts WHERE author_id = $1 OR published', [req.user.id])).rows);"), errors: unbounded },
    { name: 'SQL, with an order that is filled in', code: listing(PG, 'res.json((await pool.query(`SELECT * FROM posts ORDER BY ${column}`)).rows);'), errors: unbounded },
    { name: 'SQL, a status', code: listing(PG, "res.json((await pool.query('SELECT * FROM posts WHERE status = $1', ['published'])).rows);"), errors: unbounded },
    uncapped({ name: 'never a size that the client chooses', code: listing(PRISMA, 'res.json(await prisma.post.findMany({ where: { authorId: req.user.id }, take: «Number(req.query.limit)» }));') }),
  ],
});

tester.run('require-pagination-cap: checkFiltered', rule('require-pagination-cap'), {
  valid: [
    { name: 'a unique key still keeps it small', code: filtered('{ slug: req.query.slug }'), options: [{ checkFiltered: true }] },
    { name: 'a list of ids still keeps it small', code: filtered('{ id: { in: req.body.ids } }'), options: [{ checkFiltered: true }] },
  ],
  invalid: [
    { name: "the parent's id does not", code: filtered('{ categoryId: Number(req.query.category) }'), options: [{ checkFiltered: true }], errors: unbounded },
    { name: 'what the table names as its parent does not', code: listing(KNEX, "res.json(await db('launch_steps').where({ launch: req.query.launch }));"), options: [{ checkFiltered: true }], errors: unbounded },
    { name: "the owner's id does not", code: filtered('{ userId: req.user.id }'), options: [{ checkFiltered: true }], errors: unbounded },
    { name: "the owner's id in SQL does not", code: listing(PG, "res.json((await pool.query('SELECT * FROM posts WHERE author_id = $1', [req.user.id])).rows);"), options: [{ checkFiltered: true }], errors: unbounded },
  ],
});

tester.run('require-pagination-cap: what is no list for the client', rule('require-pagination-cap'), {
  valid: [
    { name: 'a count', code: listing(PRISMA, 'res.json({ total: await prisma.user.count() });') },
    { name: 'an aggregate', code: listing(PRISMA, "res.json(await prisma.order.groupBy({ by: ['status'], _count: true }));") },
    { name: 'a count in SQL', code: listing(PG, "res.json((await pool.query('SELECT count(*) FROM users')).rows);") },
    { name: 'distinct values of a column', code: listing(MONGOOSE, "res.json(await User.distinct('role'));") },
    { name: 'Prisma findFirst', code: listing(PRISMA, 'res.json(await prisma.user.findFirst({ orderBy: { id: "desc" } }));') },
    { name: 'Mongoose findOne', code: listing(MONGOOSE, 'res.json(await User.findOne());') },
    { name: 'Knex first()', code: listing(KNEX, "res.json(await db('users').first());") },
    { name: "TypeORM's getOne()", code: listing(TYPEORM, "res.json(await users.createQueryBuilder('u').getOne());") },
    { name: 'the first row by destructuring', code: listing(PRISMA, 'const [user] = await prisma.user.findMany({ orderBy: { id: "desc" } });\n  res.json(user);') },
    { name: 'the first row by index', code: listing(PRISMA, 'res.json((await prisma.user.findMany())[0]);') },
    { name: 'the first row by index, of a variable', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json(users[0]);') },
    { name: 'the first row of the first of two things', code: listing("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n", "const [rows] = await pool.query('SELECT * FROM settings');\n  res.json(rows[0]);") },
    { name: 'an existence check', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json({ ready: users.length > 0 });') },
    { name: 'one found in memory', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json(users.find((user) => user.name === req.query.name));') },
    { name: 'a sum in memory', code: listing(PRISMA, 'const orders = await prisma.order.findMany();\n  res.json({ total: orders.reduce((sum, order) => sum + order.total, 0) });') },
    { name: 'an export that streams a cursor', code: listing(MONGOOSE, 'User.find().cursor().pipe(res);') },
    { name: 'an export that streams a builder', code: listing(KNEX, "db('users').stream().pipe(res);") },
    { name: 'a list inside a detail answer', code: `${EXPRESS}${PRISMA}app.get('/users/:id', async (req, res) => {\n  const user = await prisma.user.findUnique({ where: { id: req.params.id } });\n  const grants = await prisma.grant.findMany({ where: { role: user.role } });\n  res.json({ ...user, grants });\n});\n` },
    { name: 'rows that are written elsewhere', code: listing(PRISMA, 'for (const user of await prisma.user.findMany()) queue.add(user);\n  res.sendStatus(202);') },
    { name: 'an error answer', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  if (users.length > 10) throw new Error(`too many: ${users.length}`);\n  res.sendStatus(204);') },
    { name: 'a script', code: listing(PRISMA, 'res.json(await prisma.user.findMany());'), filename: inApp('scripts/preview.ts') },
  ],
  invalid: [
    { name: 'rows of a SQL statement that counts only beside them', code: listing(PG, "res.json((await pool.query('SELECT *, count(*) OVER () AS total FROM users')).rows);"), errors: unbounded },
    { name: 'all rows of the first of two things', code: listing("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n", "const [rows] = await pool.query('SELECT * FROM settings');\n  res.json({ settings: rows });"), errors: unbounded },
    { name: 'rows and their count', code: listing(TYPEORM, 'const [rows, total] = await users.findAndCount();\n  res.json({ rows, total });'), errors: unbounded },
    { name: 'rows of which the first is looked at before', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  console.log(users[0]);\n  res.json(users);'), errors: unbounded },
    { name: 'a whole table inside a detail answer', code: `${EXPRESS}${PRISMA}app.get('/users/:id', async (req, res) => {\n  const user = await prisma.user.findUnique({ where: { id: req.params.id } });\n  const grants = await prisma.grant.findMany();\n  res.json({ ...user, grants });\n});\n`, errors: unbounded },
    { name: 'a list of a collection below a detail', code: `${EXPRESS}${PRISMA}app.get('/teams/:id/invitations', async (req, res) => {\n  res.json(await prisma.invitation.findMany({ where: { status: 'open' } }));\n});\n`, errors: unbounded },
  ],
});
