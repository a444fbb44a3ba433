import { describe, expect, it } from 'vitest';
import { judge } from '#kit';

const MODEL = "import mongoose from 'mongoose';\nexport const User = mongoose.model('User', new mongoose.Schema({ name: String, role: String }));\n";
const WHOLE = ' // expect: no-mass-assignment/wholeBody';
const THROUGH = ' // expect: no-mass-assignment/wholeBodyThrough';

/** Judges a project that has a model in `src/user.ts`. */
function verdict(files: Readonly<Record<string, string>>) {
  const { found, expected } = judge({ 'src/user.ts': MODEL, ...files }, { rules: { 'no-mass-assignment': {} } });
  expect(found).toEqual(expected);
  return expected.length;
}

describe('no-mass-assignment: through functions of the app', () => {
  const routes = (argument: string, report = '') => ({ 'src/routes.ts': `import { Router } from 'express';\nimport { save } from './service';\nexport const router = Router();\nrouter.post('/', async (req, res) => {\n  res.json(await save(${argument}));${report}\n});\n` });
  const service = (body: string, parameters = 'data') => ({ 'src/service.ts': `import { User } from './user';\nimport { store } from './store';\nexport async function save(${parameters}) {\n  ${body}\n}\n`, 'src/store.ts': "import { User } from './user';\nexport const store = (row) => User.create(row);\n" });

  it('is reported where the body is handed over', () => expect(verdict({ ...service('return User.create(data);'), ...routes('req.body', THROUGH) })).toBe(1));
  it('is fine where the function names fields', () => expect(verdict({ ...service('return User.create({ name: data.name });'), ...routes('req.body') })).toBe(0));
  it('is fine where the caller names fields', () => expect(verdict({ ...service('return User.create(data);'), ...routes('{ name: req.body.name }') })).toBe(0));
  it('is fine where the caller hands in nothing', () => expect(verdict({ ...service('return User.create(data);'), ...routes('') })).toBe(0));
  it('is reported in an object', () => expect(verdict({ ...service('return User.create(data);', '{ data }'), ...routes('{ data: req.body }', THROUGH) })).toBe(1));
  it('is reported as the second argument', () => expect(verdict({ ...service('return User.findByIdAndUpdate(id, { $set: data });', 'id, data'), ...routes('req.params.id, req.body', THROUGH) })).toBe(1));
  it('is reported once for two writes', () => expect(verdict({ ...service('await User.create(data);\n  return User.create(data);'), ...routes('req.body', THROUGH) })).toBe(1));
  it('is reported through two functions', () => expect(verdict({ ...service('return store(data);'), ...routes('req.body', THROUGH) })).toBe(1));
  it('is fine where the function between names fields', () => expect(verdict({ ...service('return store({ name: data.name });'), ...routes('req.body') })).toBe(0));
  it('is fine where the function between hands in nothing', () => expect(verdict({ ...service('return store();'), ...routes('req.body') })).toBe(0));
  it('is reported through a function that calls itself', () => expect(verdict({ ...service('if (again) return save(data, false);\n  return User.create(data);', 'data, again = true'), ...routes('req.body', THROUGH) })).toBe(1));
  it('is fine where the function takes it out of a list of its own', () => expect(verdict({ ...service("const rows = [{ name: 'a' }];\n  return User.create(rows[0]);"), ...routes('req.body') })).toBe(0));
  it('is reported through a repository', () => expect(verdict({
    'src/repository.ts': "import { User } from './user';\nexport class Users {\n  async change(id, data) {\n    const user = await User.findById(id);\n    Object.assign(user, data);\n    return user.save();\n  }\n}\n",
    'src/routes.ts': `import { Router } from 'express';\nimport { Users } from './repository';\nconst users = new Users();\nexport const router = Router();\nrouter.put('/:id', async (req, res) => {\n  res.json(await users.change(req.params.id, req.body));${THROUGH}\n});\n`,
  })).toBe(1));
});

describe('no-mass-assignment: what stands before the handler', () => {
  const CONTROLLER = "import { User } from './user';\nimport { wrap } from './wrap';\n";
  const WRAP = { 'src/wrap.ts': 'export const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);\n' };
  const VALIDATE = { 'src/validate.ts': "import { z } from 'zod';\nexport const schema = z.object({ name: z.string() });\nexport const validate = (known) => (req, res, next) => {\n  req.body = known.parse(req.body);\n  next();\n};\nexport const log = (req, res, next) => next();\n" };
  const list = (handlers: string, imported: string) => ({ 'src/routes.ts': `import { Router } from 'express';\nimport { validate, schema, log } from './validate';\n${imported}\nexport const router = Router();\nrouter.post('/', ${handlers});\n` });
  const create = (report = '', made = 'wrap(') => `export const create = ${made}async (req, res) => {\n  res.json(await User.create(req.body));${report}\n}${made ? ')' : ''};\n`;
  const project = (handlers: string, report = '', imported = "import { create } from './controller';", controller = CONTROLLER + create(report)) => ({ ...WRAP, ...VALIDATE, ...list(handlers, imported), 'src/controller.ts': controller });

  it('a schema, before a wrapped handler of another file', () => expect(verdict(project('validate(schema), create'))).toBe(0));
  it('nothing, before a wrapped handler of another file', () => expect(verdict(project('create', WHOLE))).toBe(1));
  it('something else, before a wrapped handler of another file', () => expect(verdict(project('log, create', WHOLE))).toBe(1));
  it('a schema, in a list', () => expect(verdict(project('[log, [validate(schema)]], create'))).toBe(0));
  it('something else, in a list', () => expect(verdict(project('[log, , log], create', WHOLE))).toBe(1));
  it('a list that is spread', () => expect(verdict(project('...[validate(schema)], create'))).toBe(0));
  it('a schema, before a handler of a namespace', () => expect(verdict(project('validate(schema), users.create', '', "import * as users from './controller';"))).toBe(0));
  it('nothing, before a handler of a namespace', () => expect(verdict(project('users.create', WHOLE, "import * as users from './controller';"))).toBe(1));
  it('a schema, before a handler of a barrel', () => expect(verdict({ ...project('validate(schema), create', '', "import { create } from './index';"), 'src/index.ts': "export * from './controller';\n" })).toBe(0));
  it('a schema, before a handler that is exported by another name', () => expect(verdict({ ...project('validate(schema), add', '', "import { add } from './index';"), 'src/index.ts': "export { create as add } from './controller';\n" })).toBe(0));
  it('a schema, before a plain handler', () => expect(verdict(project('validate(schema), create', '', undefined, CONTROLLER + create('', '')))).toBe(0));
  it('nothing, before a plain handler', () => expect(verdict(project('create', WHOLE, undefined, CONTROLLER + create(WHOLE, '')))).toBe(1));
  it('a schema, inside what is around the handler', () => expect(verdict(project('wrap(validate(schema), create)', '', "import { create } from './controller';\nimport { wrap } from './wrap';", CONTROLLER + create('', '')))).toBe(0));

  it('who knows what, behind too many barrels', () => {
    const barrels = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`src/barrel${String(index)}.ts`, `export * from './${index === 0 ? 'controller' : `barrel${String(index - 1)}`}';\n`]));
    expect(verdict({ ...project('users.create', '', "import * as users from './barrel6';"), ...barrels })).toBe(0);
  });
  it('a schema that keeps the rest, unless it is behind too many barrels', () => {
    const barrels = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`src/barrel${String(index)}.ts`, `export * from './${index === 0 ? 'schema' : `barrel${String(index - 1)}`}';\n`]));
    const parsing = (barrel: string, report = '') => ({
      ...barrels,
      'src/schema.ts': "import { z } from 'zod';\nexport const schema = z.object({ name: z.string() }).passthrough();\n",
      'src/routes.ts': `import { Router } from 'express';\nimport { User } from './user';\nimport { z } from 'zod';\nimport { schema } from './${barrel}';\nRouter().post('/', async (req, res) => {\n  res.json(await User.create(z.parse(schema, req.body)));${report}\n});\n`,
    });
    expect(verdict(parsing('barrel0', WHOLE))).toBe(1);
    expect(verdict(parsing('barrel7'))).toBe(0);
  });
  it('nothing, beside an export that is taken apart', () => expect(verdict(project('create', WHOLE, undefined, `${CONTROLLER}import { all } from './all';\nconst { other } = all;\nexport { other };\n${create(WHOLE)}`))).toBe(1));
  it('nothing, before what a function makes for each model', () => expect(verdict({ 'src/routes.ts': `import { Router } from 'express';\nimport { User } from './user';\nconst create = (model) => async (req, res) => {\n  res.json(await User.create(req.body));${WHOLE}\n};\nexport const router = Router();\nexport const all = [User].map(create);\nrouter.post('/', create(User));\n` })).toBe(1));
  it('a schema, before what a function makes for each model', () => expect(verdict({ ...VALIDATE, 'src/routes.ts': "import { Router } from 'express';\nimport { User } from './user';\nimport { validate, schema } from './validate';\nconst create = (model) => async (req, res) => {\n  res.json(await User.create(req.body));\n};\nexport const router = Router();\nrouter.post('/', validate(schema), create(User));\n" })).toBe(0));

  const commonjs = (controller: string, handlers: string, required: string, more: Readonly<Record<string, string>> = {}) => ({
    'src/wrap.js': 'module.exports = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);\n',
    'src/model.js': "const mongoose = require('mongoose');\nmodule.exports = mongoose.model('User', new mongoose.Schema({ role: String }));\n",
    'src/check.js': "const Joi = require('joi');\nconst held = (req, next, schema) => {\n  const { error } = schema.validate(req.body, { stripUnknown: true });\n  next(error);\n};\nexports.check = (req, res, next) => held(req, next, Joi.object({ name: Joi.string() }));\nexports.user = (req, res, next) => found(res.locals, next);\nconst found = (locals, next) => next(JSON.parse(locals.user));\n",
    'src/controller.js': `const wrap = require('./wrap');\nconst User = require('./model');\n${controller}`,
    'src/routes.js': `const express = require('express');\nconst { check, user } = require('./check');\n${required}\nconst router = express.Router();\nrouter.post('/', ${handlers});\nmodule.exports = router;\n`,
    ...more,
  });
  const body = (report: string) => `wrap(async (req, res) => {\n  res.json(await User.create(req.body));${report}\n});\n`;
  const named = (report = '') => `exports.create = ${body(report)}`;
  const whole = (report = '') => `const create = ${body(report)}module.exports = { create };\n`;
  it('a check, before one of a CommonJS module', () => expect(verdict(commonjs(named(), 'check, create', "const { create } = require('./controller');"))).toBe(0));
  it('nothing, before one of a CommonJS module', () => expect(verdict(commonjs(named(WHOLE), 'create', "const { create } = require('./controller');"))).toBe(1));
  it('something else, before one of a CommonJS module', () => expect(verdict(commonjs(named(WHOLE), 'user, create', "const { create } = require('./controller');"))).toBe(1));
  it('a check, before one of a CommonJS object', () => expect(verdict(commonjs(whole(), 'check, users.create', "const users = require('./controller');"))).toBe(0));
  it('nothing, before one of a CommonJS object', () => expect(verdict(commonjs(whole(WHOLE), 'users.create', "const users = require('./controller');"))).toBe(1));
  it('nothing, before one that a name stands for', () => expect(verdict(commonjs(whole(WHOLE), 'create', "const users = require('./controller');\nconst create = users.create;"))).toBe(1));

  it('a check of the copy of keys, in a function of the app', () => {
    const filtered = (test: string, report = '') => commonjs(`const keep = (from, ...names) => {\n  const kept = {};\n  Object.keys(from).forEach((key) => {\n    ${test}kept[key] = from[key];\n  });\n  return kept;\n};\nexports.create = wrap(async (req, res) => {\n  res.json(await User.create(keep(req.body, 'name')));${report}\n});\n`, 'create', "const { create } = require('./controller');");
    expect(verdict(filtered('if (names.includes(key)) '))).toBe(0);
    expect(verdict(filtered('', WHOLE))).toBe(1);
  });

  it('a schema beside the handler, in a route function of the app', () => {
    const route = (before: string, report = '') => ({
      ...VALIDATE,
      'src/controller.ts': `import type { Request, Response } from 'express';\nimport { User } from './user';\nimport { Base } from './base';\nimport { validate, schema, log } from './validate';\nexport class Users extends Base {\n  constructor() {\n    super();\n    this.route({ path: '/', handler: this.create, middleware: [${before}] });\n  }\n  async create(req: Request, res: Response) {\n    res.json(await User.create(req.body));${report}\n  }\n}\n`,
      'src/base.ts': 'export class Base {\n  route(options) {\n    this.app[options.method](options.path, ...options.middleware, options.handler);\n  }\n}\n',
    });
    expect(verdict(route('validate(schema)'))).toBe(0);
    expect(verdict(route('log', WHOLE))).toBe(1);
  });

  it('a schema at the handler that calls it', () => {
    const called = (before: string, report = '') => ({
      ...VALIDATE,
      'src/controller.ts': `import type { Request, Response } from 'express';\nimport { User } from './user';\nexport const create = async (req: Request, res: Response) => {\n  res.json(await User.create(req.body));${report}\n};\n`,
      ...list(`${before}(req, res) => create(req, res)`, "import { create } from './controller';"),
    });
    expect(verdict(called('validate(schema), '))).toBe(0);
    expect(verdict(called('', WHOLE))).toBe(1);
  });

  it('nothing, at a handler that calls it, and another function', () => {
    expect(verdict({
      ...VALIDATE,
      'src/controller.ts': `import type { Request, Response } from 'express';\nimport { User } from './user';\nexport const create = async (req: Request, res: Response) => {\n  res.json(await User.create(req.body));${WHOLE}\n};\nexport const again = (one, two) => create(one, two);\n`,
      ...list('(req, res) => create(req, res)', "import { create } from './controller';"),
    })).toBe(1);
  });

  it('a pipe for all, in another file', () => {
    const nest = (settings: string, report = '') => ({
      'src/main.ts': `import { ValidationPipe } from '@nestjs/common';\nimport './users.controller';\nexport const setUp = (app) => app.useGlobalPipes(new ValidationPipe(${settings}));\n`,
      'src/users.controller.ts': `import { Body, Controller, Post } from '@nestjs/common';\nimport { User } from './user';\nclass UserDto {\n  name: string;\n}\n@Controller()\nexport class Users {\n  @Post()\n  create(@Body() dto: UserDto) {\n    return User.create(dto);${report}\n  }\n}\n`,
    });
    expect(verdict(nest('{ whitelist: true }'))).toBe(0);
    expect(verdict(nest('', WHOLE))).toBe(1);
  });

  it('who knows what, where nobody registers it in sight', () => {
    expect(verdict({ 'src/controller.ts': "import type { Request, Response } from 'express';\nimport { User } from './user';\nexport const create = async (req: Request, res: Response) => {\n  res.json(await User.create(req.body));\n};\n" })).toBe(0);
  });

  it('who knows what, in a function that is no handler', () => {
    expect(verdict({ 'src/store.ts': "import { User } from './user';\nexport const create = (body) => User.create(body);\n" })).toBe(0);
  });
});

describe('no-mass-assignment: names that stand for one another', () => {
  it('are followed once', () => {
    expect(verdict({ 'src/routes.ts': `import { Router } from 'express';\nimport { wrap } from './wrap';\nimport { User } from './user';\nvar one = wrap(two, async (req, res) => res.json(await User.create(req.body))), two = wrap(one);${WHOLE}\nRouter().post('/', one);\nRouter().post('/', async (req, res) => {\n  res.json(await User.create(req.body));${WHOLE}\n});\n` })).toBe(2);
  });
});
