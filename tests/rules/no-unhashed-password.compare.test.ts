import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { BCRYPT, CRYPTO, EXPRESS, faulty, MONGOOSE, posting, PRISMA } from './passwords.kit.js';

const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const TYPEORM = "import { DataSource } from 'typeorm';\nconst users = new DataSource({}).getRepository('User');\n";
const compared = (name: string, code: string, field?: string) => faulty('plaintextCompare', { name, code, ...(field !== undefined && { data: { field } }) });
/** A log-in that finds the user and then runs some statements. */
const login = (statements: string, preamble = '') => posting(PRISMA + preamble, `const user = await prisma.user.findUnique({ where: { email: req.body.email } });\n  ${statements}`);

tester.run('no-unhashed-password: comparisons', rule('no-unhashed-password'), {
  valid: [
    { name: 'bcrypt.compare', code: login('if (!(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);', BCRYPT) },
    { name: 'argon2.verify', code: login('if (!(await argon2.verify(user.password, req.body.password))) return res.sendStatus(401);', "import argon2 from 'argon2';\n") },
    { name: 'the result of a comparison, compared', code: login('const matches = await bcrypt.compare(req.body.password, user.password);\n  if (matches === false) return res.sendStatus(401);', BCRYPT) },
    { name: 'hashes compared in constant time', code: login("const hash = crypto.scryptSync(req.body.password, user.salt, 64);\n  if (!crypto.timingSafeEqual(hash, Buffer.from(user.password, 'hex'))) return res.sendStatus(401);", CRYPTO) },
    { name: 'a slow hash compared with ===', code: login("const hash = crypto.scryptSync(req.body.password, user.salt, 64).toString('hex');\n  if (hash !== user.password) return res.sendStatus(401);", CRYPTO) },
    { name: 'a confirmation', code: posting('', 'if (req.body.password !== req.body.confirmPassword) return res.sendStatus(400);') },
    { name: 'a repetition', code: posting('', 'const { password, passwordAgain } = req.body;\n  if (password !== passwordAgain) return res.sendStatus(400);') },
    { name: 'the old one and the new one of a form', code: posting('', 'if (req.body.password === req.body.newPassword) return res.sendStatus(400);') },
    { name: 'an empty text', code: posting('', "if (req.body.password === '') return res.sendStatus(400);") },
    { name: 'nothing', code: login('if (user.password == null || req.body.password === undefined) return res.sendStatus(400);') },
    { name: 'its type', code: posting('', "if (typeof req.body.password !== 'string') return res.sendStatus(400);") },
    { name: 'its length', code: login('if (req.body.password.length !== user.password.length) return res.sendStatus(400);') },
    { name: 'the password of something that is shared', code: posting(PRISMA, 'const link = await prisma.link.findUnique({ where: { id: req.body.id } });\n  if (link.password !== req.body.password) return res.sendStatus(401);') },
    { name: 'the password of something that is shared, taken out of it', code: posting(PRISMA, 'const { password: wanted } = await prisma.dashboard.findUnique({ where: { id: req.body.id } });\n  if (wanted !== req.body.password) return res.sendStatus(401);') },
    { name: 'the password of something that is shared, in a filter', code: posting(PRISMA, 'res.json(await prisma.link.findFirst({ where: { id: req.body.id, password: req.body.password } }));') },
    { name: 'a token', code: login('if (user.token !== req.body.token) return res.sendStatus(401);') },
    { name: "the app's own secret", code: posting('', 'if (req.body.password !== process.env.STATUS_PAGE_SECRET) return res.sendStatus(401);') },
    { name: 'a filter that only asks for its presence', code: posting(PRISMA, 'res.json(await prisma.user.findFirst({ where: { email: req.body.email, password: { not: null } } }));') },
    { name: 'SQL that selects it', code: posting(PG, "res.json((await pool.query('SELECT password FROM users WHERE email = $1', [req.body.email])).rows[0]);") },
  ],
  invalid: [
    compared('===', login('if («user.password === req.body.password») return res.json(user);'), 'password'),
    compared('!==', login('if («user.password !== req.body.password») return res.sendStatus(401);')),
    compared('== with the sides exchanged', login('if («req.body.password == user.password») return res.json(user);')),
    compared('destructured', login('const { password } = req.body;\n  if (!user || «user.password !== password») return res.sendStatus(401);')),
    compared('a row of SQL', posting(PG, "const { rows } = await pool.query('SELECT * FROM users WHERE email = $1', [req.body.email]);\n  if («rows[0].password !== req.body.password») return res.sendStatus(401);")),
    compared('a Mongoose document', posting(MONGOOSE, 'const user = await User.findOne({ email: req.body.email });\n  if («user.password !== req.body.password») return res.sendStatus(401);')),
    compared('in constant time', login('if (!«crypto.timingSafeEqual(Buffer.from(user.password), Buffer.from(req.body.password))») return res.sendStatus(401);', CRYPTO)),
    compared('by a helper that takes all in a list', `const same = (...both) => both[0] === both[1];\n${login('if (!«same(user.password, req.body.password)») return res.sendStatus(401);')}`),
    compared('by a helper of the file', `const same = (a, b) => a === b;\n${login('if (!«same(user.password, req.body.password)») return res.sendStatus(401);')}`),
    compared('by a helper whose name promises a hash', `const compareHash = (a, b) => a === b;\n${login('if (!«compareHash(req.body.password, user.password)») return res.sendStatus(401);')}`),
    compared('by a method of the document, where its password stands', `import mongoose from 'mongoose';\n${EXPRESS}const schema = new mongoose.Schema({ email: String, password: String });\nschema.methods.checkPassword = function (candidate) {\n  return «this.password === candidate»;\n};\nconst User = mongoose.model('User', schema);\napp.post('/login', async (req, res) => {\n  const user = await User.findOne({ email: req.body.email });\n  res.json({ ok: user.checkPassword(req.body.password) });\n});\n`),
    compared('a filter of Prisma', posting(PRISMA, 'const user = await prisma.user.findFirst({ where: { email: req.body.email, password: «req.body.password» } });\n  if (!user) return res.sendStatus(401);')),
    compared('a filter of Mongoose', posting(MONGOOSE, 'const { email, password } = req.body;\n  const user = await User.findOne({ email, «password» });\n  if (!user) return res.sendStatus(401);')),
    compared('a filter of TypeORM', posting(TYPEORM, 'const user = await users.findOneBy({ email: req.body.email, password: «req.body.password» });\n  if (!user) return res.sendStatus(401);')),
    compared('a filter of Knex', posting(KNEX, "const user = await db('users').where({ email: req.body.email, password: «req.body.password» }).first();\n  if (!user) return res.sendStatus(401);")),
    compared('a filter of Knex by column and value', posting(KNEX, "const user = await db('users').where('email', req.body.email).where('password', «req.body.password»).first();\n  if (!user) return res.sendStatus(401);")),
    compared('a filter of TypeORM in a query builder', posting(TYPEORM, "const user = await users.createQueryBuilder('u').where('u.email = :email AND u.password = :password', { email: req.body.email, password: «req.body.password» }).getOne();\n  if (!user) return res.sendStatus(401);")),
    compared('a filter of Kysely', posting("import { Kysely } from 'kysely';\nconst db = new Kysely({ dialect });\n", "const user = await db.selectFrom('users').selectAll().where('password', '=', «req.body.password»).executeTakeFirst();\n  if (!user) return res.sendStatus(401);")),
    compared('a filter of SQL', posting(PG, "const { rows } = await pool.query('SELECT id FROM users WHERE email = $1 AND password = $2', [req.body.email, «req.body.password»]);\n  if (rows.length === 0) return res.sendStatus(401);")),
    compared('a filter of SQL in a template', posting(PG, "const { rows } = await pool.query(`SELECT id FROM users WHERE email = '${req.body.email}' AND password = '${«req.body.password»}'`);\n  if (rows.length === 0) return res.sendStatus(401);")),
    faulty('fastHash', { name: 'a fast hash, which is one report', code: login("if (user.password !== crypto.createHash('md5').update(«req.body.password»).digest('hex')) return res.sendStatus(401);", CRYPTO) }),
    faulty('fastHash', { name: 'a fast hash in a variable, which is one report', code: login("const hash = crypto.createHash('sha256').update(«req.body.password»).digest('hex');\n  if (user.password !== hash) return res.sendStatus(401);", CRYPTO) }),
    faulty('fastHash', { name: 'a fast hash in a filter, which is one report', code: posting(MONGOOSE + CRYPTO, "const user = await User.findOne({ email: req.body.email, password: crypto.createHash('md5').update(«req.body.password»).digest('hex') });\n  if (!user) return res.sendStatus(401);") }),
  ],
});

describe('no-unhashed-password: comparisons across files', () => {
  const verdict = (files: Readonly<Record<string, string>>) => {
    const { found, expected } = judge(files, { rules: { 'no-unhashed-password': {} } });
    expect(found).toEqual(expected);
    return expected.length;
  };
  const routes = (statement: string) => `import { Router } from 'express';\n${PRISMA}import { check } from './check';\nexport const router = Router();\nrouter.post('/login', async (req, res) => {\n  const user = await prisma.user.findUnique({ where: { email: req.body.email } });\n  ${statement}\n  res.json(user);\n});\n`;

  it('are reported where the password is handed in', () => {
    expect(verdict({
      'src/routes.ts': routes('if (!check(user.password, req.body.password)) return res.sendStatus(401); // expect: no-unhashed-password/plaintextCompare'),
      'src/check.ts': 'export const check = (left: string, right: string) => left === right;\n',
    })).toBe(1);
  });

  it('leave a helper alone that compares by a hash', () => {
    expect(verdict({
      'src/routes.ts': routes('if (!check(user.password, req.body.password)) return res.sendStatus(401);'),
      'src/check.ts': "import bcrypt from 'bcrypt';\nexport const check = (hash: string, plain: string) => bcrypt.compareSync(plain, hash);\n",
    })).toBe(0);
  });

  it('are reported in the service that a controller hands the password to', () => {
    expect(verdict({
      'src/routes.ts': "import { Router } from 'express';\nimport { login } from './service';\nexport const router = Router();\nrouter.post('/login', async (req, res) => {\n  res.json(await login(req.body.email, req.body.password));\n});\n",
      'src/service.ts': `${PRISMA}export async function login(email: string, password: string) {\n  const user = await prisma.user.findUnique({ where: { email } });\n  if (user?.password !== password) throw new Error('wrong'); // expect: no-unhashed-password/plaintextCompare\n  return user;\n}\n`,
    })).toBe(1);
  });
});
