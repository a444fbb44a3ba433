import { rule, tester } from '#kit';
import { getting, marked } from './marked.kit.js';

const MONGOOSE = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String, role: String }));\n";
const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const SEQUELIZE = "import { Sequelize } from 'sequelize';\nconst User = new Sequelize('sqlite::memory:').define('User', {});\n";
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const ZOD = "import { z } from 'zod';\n";
const whole = (name: string, code: string, data?: Readonly<Record<string, string>>) => marked(name, 'wholeBody', code, data && { data });

tester.run('no-mass-assignment', rule('no-mass-assignment'), {
  valid: [
    { name: 'named fields', code: getting(MONGOOSE, 'const rows = await User.create({ name: req.body.name });') },
    { name: 'named fields, taken apart', code: getting(PRISMA, 'const { name } = req.body;\n  const rows = await prisma.user.create({ data: { name } });') },
    { name: 'a schema', code: getting(ZOD + PRISMA, 'const data = z.object({ name: z.string() }).parse(req.body);\n  const rows = await prisma.user.create({ data });') },
    { name: 'a pick', code: getting("import _ from 'lodash';\n" + MONGOOSE, "const rows = await User.create(_.pick(req.body, ['name']));") },
    { name: 'a list of columns', code: getting(SEQUELIZE, "const rows = await User.create(req.body, { fields: ['name'] });") },
    { name: 'keys that the code chooses', code: getting(MONGOOSE, "const data = {};\n  for (const key of ['name']) data[key] = req.body[key];\n  const rows = await User.create(data);") },
    { name: 'a role set after it', code: getting(PRISMA, "const rows = await prisma.user.create({ data: { ...req.body, role: 'user' } });") },
    { name: 'a role taken out', code: getting(PRISMA, 'const { role, ...data } = req.body;\n  const rows = await prisma.user.create({ data });') },
    { name: 'a read', code: getting(PRISMA, 'const rows = await prisma.user.findMany({ where: req.body, take: 1 });') },
    { name: 'a copy that is not written', code: getting('', 'const rows = Object.assign({}, req.body);') },
    { name: 'a validator on the route', code: "import express from 'express';\nimport { validate } from './validate';\n" + MONGOOSE + "express().post('/users', validate, async (req, res) => {\n  res.json(await User.create(req.body));\n});\n" },
  ],
  invalid: [
    whole('Mongoose create', getting(MONGOOSE, 'const rows = await User.create(«req.body»);'), { body: 'req.body', target: 'User.create' }),
    whole('Mongoose update', getting(MONGOOSE, 'const rows = await User.findByIdAndUpdate(req.params.id, «req.body»);')),
    whole('Mongoose $set', getting(MONGOOSE, 'const rows = await User.updateOne({ _id: req.params.id }, { $set: «req.body» });')),
    whole('Mongoose new', getting(MONGOOSE, 'const rows = await new User(«req.body»).save();')),
    whole('Prisma create', getting(PRISMA, 'const rows = await prisma.user.create({ data: «req.body» });')),
    whole('Prisma, spread', getting(PRISMA, 'const rows = await prisma.user.create({ data: { ...«req.body», owner: 1 } });')),
    whole('Prisma, an object in the body', getting(PRISMA, 'const rows = await prisma.user.update({ where: { id: 1 }, data: «req.body.profile» });')),
    whole('Sequelize', getting(SEQUELIZE, 'const rows = await User.create(«req.body»);')),
    whole('Knex', getting(KNEX, "const rows = await db('users').insert(«req.body»);")),
    whole('a schema that lets all through', getting(ZOD + PRISMA, 'const rows = await prisma.user.create({ data: «z.object({ name: z.string() }).passthrough().parse(req.body)» });')),
    whole('Object.assign into a row', getting(MONGOOSE, 'const rows = await User.findById(req.params.id);\n  Object.assign(rows, «req.body»);\n  await rows.save();')),
    whole('an id taken out', getting(PRISMA, 'const { id, ...data } = req.body;\n  const rows = await prisma.user.update({ where: { id }, «data» });')),
  ],
});
