/** The many ways by which a password gets into a row, or does not. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { BCRYPT, CRYPTO, faulty, MONGOOSE, posting, PRISMA } from './passwords.kit.js';

const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const TAG = 'const sql = (parts, ...values) => ({ text: parts.reduce((text, part, at) => `${text}$${at}${part}`), values });\n';
const plain = (name: string, code: string, data?: Record<string, string>) => faulty('plaintext', { name, code, ...(data && { data }) });
const entity = (fields: string) => `import { Column, DataSource, Entity } from 'typeorm';\n@Entity()\nclass User {\n  ${fields}\n}\nconst users = new DataSource({ type: 'postgres' }).getRepository(User);\n`;

tester.run('no-unhashed-password: rows', rule('no-unhashed-password'), {
  valid: [
    { name: 'rows that a function makes', code: posting(PRISMA, 'await prisma.user.createMany({ data: req.body.users.map(toRow) });') },
    { name: 'rows that are hashed one by one', code: posting(PRISMA + BCRYPT, 'await prisma.user.createMany({ data: req.body.users.map((each) => ({ email: each.email, password: bcrypt.hashSync(each.password, 12) })) });') },
    { name: 'a hash where there is a password', code: posting(PRISMA + BCRYPT, 'const password = req.body.password ? await bcrypt.hash(req.body.password, 12) : undefined;\n  await prisma.user.update({ where: { id: 1 }, data: { password } });') },
    { name: 'a hash unless the row stays as it is', code: posting(PRISMA + BCRYPT, 'const password = req.body.keep ? undefined : await bcrypt.hash(req.body.password, 12);\n  await prisma.user.update({ where: { id: 1 }, data: { password } });') },
    { name: 'hashes in the operations of a list', code: posting(MONGOOSE + BCRYPT, 'const operations = req.body.users.map((each) => ({ insertOne: { document: { email: each.email, password: bcrypt.hashSync(each.password, 12) } } }));\n  await User.bulkWrite(operations);') },
    { name: 'an operation of a list that filters', code: posting(MONGOOSE, 'await User.bulkWrite([{ deleteOne: { filter: { password: req.body.password } } }]);') },
    { name: 'the hash of a user that is written along with another row', code: posting(PRISMA + BCRYPT, 'await prisma.team.create({ data: { name: req.body.name, users: { create: { password: await bcrypt.hash(req.body.password, 12) } } } });') },
    { name: 'the password of a thing that is written along with another row', code: posting(PRISMA, 'await prisma.event.create({ data: { name: req.body.name, presale: { create: { password: req.body.password } } } });') },
    { name: 'a name that is declared nowhere', code: posting(PRISMA, 'await prisma.user.create({ data: { password: PASSWORD } });') },
    { name: 'an object that is no row', code: posting('class Form {\n  password = "";\n}\n', 'const form = new Form();\n  form.password = req.body.password;\n  check(form);') },
    { name: 'an object of a class that extends one of the app', code: posting('class Base {}\nclass Form extends Base {\n  password = "";\n}\n', 'const form = new Form();\n  form.password = req.body.password;\n  check(form);') },
    { name: 'the body as a whole, which has no name of a password', code: posting(MONGOOSE, 'const user = await User.findById(1);\n  user.password = req.body;\n  await user.save();') },
    { name: 'a whole body for an entity without a password', code: posting(entity('@Column() email: string;'), 'await users.save(req.body);') },
    { name: 'a whole body through a schema in place, without a password', code: posting(`${MONGOOSE}import { z } from 'zod';\n`, 'await User.create(z.object({ email: z.string() }).parse(req.body));') },
    { name: 'a whole body through a schema that is handed over, without a password', code: posting(`${MONGOOSE}import * as v from 'valibot';\nconst Person = v.object({ email: v.string() });\n`, 'const data = v.parse(Person, req.body);\n  await User.create(data);') },
    { name: 'a whole body through a schema that is made where it is handed over, without a password', code: posting(`${MONGOOSE}import * as v from 'valibot';\n`, 'const data = v.parse(v.object({ email: v.string() }), req.body);\n  await User.create(data);') },
  ],
  invalid: [
    plain('rows of a map', posting(PRISMA, 'await prisma.user.createMany({ data: req.body.users.map((each) => ({ email: each.email, password: «each.password» })) });'), { field: 'password', target: 'user.createMany' }),
    plain('rows of a map that has a name', posting(MONGOOSE, 'const rows = req.body.users.map((each) => ({ email: each.email, password: «each.password» }));\n  await User.insertMany(rows);')),
    plain('what is set where there is no row yet', posting(MONGOOSE, 'await User.updateOne({ email: req.body.email }, { $setOnInsert: { password: «req.body.password» } }, { upsert: true });')),
    plain('the operations of a list', posting(MONGOOSE, 'const operations = req.body.users.map((each) => ({ insertOne: { document: { email: each.email, password: «each.password» } } }));\n  await User.bulkWrite(operations, { ordered: false });')),
    plain('an operator in the operations of a list', posting("import { MongoClient } from 'mongodb';\nconst users = new MongoClient('').db().collection('users');\n", 'await users.bulkWrite([{ updateOne: { filter: { email: req.body.email }, update: { $set: { passwordHash: «req.body.password» } }, upsert: true } }]);')),
    plain('a user that is written along with another row', posting(PRISMA, 'await prisma.team.create({ data: { name: req.body.name, users: { create: [{ email: req.body.email, password: «req.body.password» }] } } });')),
    plain('one row among others that are spread', posting(MONGOOSE, 'await User.insertMany([...known, { password: «req.body.password» }]);')),
    plain('a whole body for an entity that declares a password', posting(entity('@Column() email: string;\n  @Column() password: string;'), 'await users.save(«req.body»);')),
    plain('a whole body through a schema in place, with a password', posting(`${MONGOOSE}import { z } from 'zod';\n`, 'const data = z.object({ email: z.string(), password: z.string() }).parse(req.body);\n  await User.create(«data»);')),
    plain('a parameter whose key is a constant', `import { Body, Controller, Post } from '@nestjs/common';\n${PRISMA}const FIELD = 'password';\n@Controller('users')\nexport class UsersController {\n  @Post()\n  create(@Body(FIELD) password: string) {\n    return prisma.user.create({ data: { «password» } });\n  }\n}\n`),
    plain('a plain one beside the hash of something else', posting(PRISMA + BCRYPT, 'await prisma.user.create({ data: { password: «req.body.password», pin: await bcrypt.hash(req.body.pin, 12) } });')),
  ],
});

tester.run('no-unhashed-password: SQL', rule('no-unhashed-password'), {
  valid: [
    { name: 'a statement without parameters', code: posting(PG, "await pool.query(\"INSERT INTO users (email, password) VALUES ('a', 'none')\");") },
    { name: 'parameters that a name holds', code: posting(PG, "const values = [req.body.email];\n  await pool.query('INSERT INTO users (password) VALUES ($1)', values);") },
    { name: 'parameters of which one is spread', code: posting(PG, "await pool.query('INSERT INTO users (password) VALUES ($1)', [...hashes]);") },
    { name: 'a value that stands for no column', code: posting(PG, 'await pool.query(`DELETE FROM users WHERE lower(${req.body.password}) IN (SELECT 1)`);') },
    { name: 'values of a template that the database hashes', code: posting(PG, "await pool.query(`INSERT INTO users (email, password) VALUES (${req.body.email}, crypt(${req.body.password}, gen_salt('bf')))`);") },
    { name: 'values of a tag that the database hashes', code: posting(PG + TAG, "await pool.query(sql`UPDATE users SET password = crypt(${req.body.password}, gen_salt('bf')) WHERE id = 1`);") },
    { name: 'values for columns that are not listed', code: posting(PG, 'await pool.query(`INSERT INTO users VALUES (${req.body.email}, ${req.body.password})`);') },
  ],
  invalid: [
    plain('the second value of a template', posting(PG, 'await pool.query(`INSERT INTO users (email, "password") VALUES (${req.body.email}, ${«req.body.password»})`);')),
    plain('a value that is set in a template', posting(PG, 'await pool.query(`UPDATE users SET password = ${«req.body.password»} WHERE id = 1`);')),
    plain('a value of a tag of the app', posting(PG + TAG, "await pool.query(sql`INSERT INTO users (email, role, password) VALUES (${req.body.email}, 'guest', ${«req.body.password»})`);")),
    plain('a value of a tag of the library', posting("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { sql } from 'drizzle-orm';\nconst db = drizzle(process.env.DATABASE_URL);\n", 'await db.execute(sql`update users set password_hash = ${«req.body.password»} where email = ${req.body.email}`);')),
    plain('a value that is set where there is a row already', posting(PG, "await pool.query(`INSERT INTO users (email) VALUES (${req.body.email}) ON CONFLICT (email) DO UPDATE SET password = ${«req.body.password»}`);")),
    plain('a value in quotes', posting(PG, "await pool.query(`UPDATE users SET password = '${«req.body.password»}' WHERE id = 1`);")),
    plain('a parameter that is set', posting(PG, "await pool.query('UPDATE users SET email = $1, password = $2', [req.body.email, «req.body.password»]);")),
  ],
});

tester.run('no-unhashed-password: digests and comparisons', rule('no-unhashed-password'), {
  valid: [
    { name: 'a helper that digests nothing that it is given', code: posting(`${CRYPTO}const sign = (text) => crypto.createHash('sha256').update(SECRET).digest('hex') + text;\n`, 'sign(req.body.password);') },
    { name: 'a digesting helper that is called without anything', code: posting(`${CRYPTO}const digest = (text) => crypto.createHash('sha256').update(text ?? '').digest('hex');\n`, 'digest();\n  digest(...parts);') },
    { name: 'a cost whose digest is left to the library', code: posting(CRYPTO, 'crypto.pbkdf2Sync(req.body.password, salt, 1000, 64);') },
    { name: 'a cost whose digest nobody can see', code: posting(CRYPTO, 'crypto.pbkdf2Sync(req.body.password, salt, 1000, 64, digestOf(req));') },
    { name: 'a comparison that is given one side only', code: posting(`${CRYPTO}${MONGOOSE}const same = (a, b) => a === b;\n`, 'const user = await User.findOne({ email: req.body.email });\n  same(user.password);\n  same(...pair);') },
  ],
  invalid: [
    faulty('fastHash', { name: 'a digest that is handed on', code: posting(CRYPTO, "store(crypto.createHash('md5').update(«req.body.password»).digest('hex'));"), data: { field: 'password', algorithm: 'MD5' } }),
    faulty('fastHash', { name: 'a digest in a long line', code: posting(CRYPTO, "const digest = crypto.createHash('sha256').update(«req.body.someVeryLongNameOfAnObjectThatHoldsTheCredentials.password»).digest('hex');\n  store(digest);"), data: { field: 'password', algorithm: 'SHA256' } }),
    faulty('plaintextCompare', { name: 'a filter on a text that is made of the password', code: posting(PRISMA, "await prisma.user.findFirst({ where: { email: req.body.email, password: «String(req.body.password)» } });"), data: { field: 'password' } }),
    faulty('plaintextCompare', { name: 'a password among the parameters of a query', code: posting(PG, "await pool.query('SELECT id FROM users WHERE email = $1 AND password = $2', [req.body.email, «req.body.password»]);"), data: { field: 'password' } }),
  ],
});

describe('no-unhashed-password: before the handler', () => {
  const routes = (chain: string, mark: string) => `import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { protect, track } from './guards';\nconst prisma = new PrismaClient();\nconst app = express();\napp.post('/users', ${chain}, async (req, res) => {\n  await prisma.user.create({ data: { password: req.body.password } });${mark}\n  res.sendStatus(201);\n});\n`;
  const EXPECT = ' // expect: no-unhashed-password/plaintext';

  it.each<[title: string, chain: string, guards: string, mark: string]>([
    ['a function of another file hashes it in place', 'protect', "import bcrypt from 'bcrypt';\nexport const protect = async (req, res, next) => {\n  req.body.password = await bcrypt.hash(req.body.password, 12);\n  next();\n};\n", ''],
    ['one in a list does', '[track, protect, ...more]', "import bcrypt from 'bcrypt';\nexport const track = (req, res, next) => next();\nexport const protect = async (req, res, next) => {\n  req.body.password = await bcrypt.hash(req.body.password, 12);\n  next();\n};\n", ''],
    ['a function hashes another field', 'protect', "import bcrypt from 'bcrypt';\nexport const protect = async (req, res, next) => {\n  req.body.pin = await bcrypt.hash(req.body.pin, 12);\n  next();\n};\n", EXPECT],
    ['a function of a file that assigns nothing', '[track, , ...more]', 'export const track = (req, res, next) => next();\n', EXPECT],
  ])('%s', (_title, chain, guards, mark) => {
    const { found, expected } = judge({ 'src/routes.ts': routes(chain, mark), 'src/guards.ts': guards }, { rules: { 'no-unhashed-password': {} } });
    expect(found).toEqual(expected);
  });
});
