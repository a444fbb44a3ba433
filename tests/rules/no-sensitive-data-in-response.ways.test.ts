/** What becomes of a row between where it is read and where it is sent. */
import { rule, tester } from '#kit';
import { exposed, get, handler, typeorm } from './sensitive.kit.js';

const quiet = (code: string): string => code.replace(/[«»]/g, '');
const users = (body: string, before = ''): string => handler(`import mongoose from 'mongoose';\nimport _, { filter, omit, pick } from 'lodash';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\n${before}`, `const user = await User.findById(req.params.id).lean();\n  const rows = await User.find().lean();\n  ${body}`);
const COLUMN = '@Column() password: string;';
const row = get('«this.users.findOneBy({ id })»');
const nest = (decorator: string, before = ''): string => typeorm(COLUMN, `${decorator} ${row}`, before);
const MODEL = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));";
const fastify = (rest: string, before = ''): string => `import fastify from 'fastify';\n${MODEL}\n${before}\nconst app = fastify();\napp.get('/users', ${rest});\n`;
const SHOW = 'async () => «User.find()»';
const trpc = (before: string): string => `import { initTRPC } from '@trpc/server';\nimport { z } from 'zod';\n${MODEL}\nconst t = initTRPC.create();\nexport const router = t.router({ users: t.procedure${before}.query(async () => {\n  return «User.find()»;\n}) });\n`;

tester.run('no-sensitive-data-in-response (ways)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'a field that is voided', code: users('user.password = void 0;\n  res.json(user);') },
    { name: 'omit of a list by a name', code: users('res.json(omit(user, HIDDEN));', "const HIDDEN = ['password'];") },
    { name: 'omit of a list as arguments', code: users('res.json(omit(user, ...HIDDEN));', "const HIDDEN = ['password'];") },
    { name: 'omit of a name by a constant', code: users('res.json(omit(user, NAME));', "const NAME = 'password';") },
    { name: 'omit of what cannot be read', code: users('res.json(omit(user, req.hidden));') },
    { name: 'omit of a list with a gap', code: users("res.json(omit(user, [, 'password']));") },
    { name: 'pick of a list by a name', code: users('res.json(pick(user, SHOWN));', "const SHOWN = ['email'];") },
    { name: 'pick of what cannot be read', code: users('res.json(pick(user, req.shown));') },
    { name: 'a field that is replaced by a text key', code: users("res.json({ ...user, 'password': null });") },
    { name: 'a rest without a text key', code: users("const { 'password': kept, ...rest } = user;\n  res.json(rest);") },
    { name: 'entries that are filtered', code: users("res.json(Object.fromEntries(Object.entries(user).filter(([key]) => key !== 'password')));") },
    { name: 'keys that are worked out and deleted', code: users('for (const key of HIDDEN) delete user[key];\n  res.json(user);') },
    { name: 'a helper that picks fields for the kind that it is told', code: users("res.json(show({ kind: 'user', user }));", "function show(data) {\n  switch (data.kind) {\n    case 'user':\n      return { email: data.user.email };\n    default:\n      return data;\n  }\n}") },
    { name: 'a helper that is told what to leave out', code: users('res.json(exclude(user, HIDDEN));', "import { HIDDEN } from './hidden';\nfunction exclude(target, keys) {\n  return target;\n}") },
  ],
  invalid: [
    exposed('a field of something else that is voided', 'sensitiveRow', users('req.user.password = void 0;\n  res.json(«user»);')),
    exposed('omit of a list by a name, without it', 'sensitiveRow', users('res.json(omit(«user», HIDDEN));', "const HIDDEN = ['email'];")),
    exposed('omit of a list as arguments, without it', 'sensitiveRow', users('res.json(omit(«user», ...HIDDEN));', "const HIDDEN = ['email'];")),
    exposed('omit of another name by a constant', 'sensitiveRow', users('res.json(omit(«user», NAME));', "const NAME = 'email';")),
    exposed('omit of a list with a gap, without it', 'sensitiveRow', users("res.json(omit(«user», [, 'email']));")),
    exposed('pick of a list by a name, with it', 'sensitiveRow', users('res.json(pick(«user», SHOWN));', "const SHOWN = ['password'];")),
    exposed('a field that stands before the spread', 'sensitiveRow', users("res.json({ password: '', ...«user» });")),
    exposed('a key that is worked out beside the spread', 'sensitiveRow', users('res.json({ ...«user», [req.params.key]: null });')),
    exposed('a rest without a key that is worked out', 'sensitiveRow', users('const { [req.params.key]: kept, ...rest } = user;\n  res.json(«rest»);')),
    exposed('the rest of a list', 'sensitiveRow', users('const [first, ...rest] = rows;\n  res.json(«rest»);')),
    exposed('keys of something else that are worked out and deleted', 'sensitiveRow', users('for (const key of HIDDEN) delete cache[key];\n  res.json(«user»);', 'const cache = {};')),
    exposed('a field that is deleted from what a call gives', 'sensitiveRow', users('delete current().password;\n  res.json(«user»);')),
    exposed('an item of a field that is emptied', 'sensitiveRow', users('user[req.params.key] = null;\n  res.json(«user»);')),
    exposed('rows that a function picks', 'sensitiveRow', users('res.json(«rows».filter(isActive));')),
    exposed('a helper that hands the kind on that it is told', 'sensitiveRow', users("res.json(show({ kind: 'raw', «user» }));", "function show(data) {\n  switch (data.kind) {\n    case 'user':\n      return { email: data.user.email };\n    default:\n      return data;\n  }\n}")),
    exposed('rows that a helper filters', 'sensitiveRow', users('res.json(filterActive(«rows», true));', 'function filterActive(list, flag) {\n  return list.filter((each) => each.active === flag);\n}')),
    exposed('a helper that is told something else', 'sensitiveRow', users('res.json(exclude(«user», HIDDEN));', "const HIDDEN = ['email'];\nfunction exclude(target, keys) {\n  return target;\n}")),
    exposed('a helper by a member that is worked out', 'sensitiveRow', users('res.json(helpers[0](«user»));', 'const helpers = [(target) => target];')),
  ],
});

tester.run('no-sensitive-data-in-response (shapes)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'a decorator that is no call', code: quiet(nest('@Serialized', "import { Serialized } from './serialized';")) },
    { name: 'an interceptor that a function makes', code: quiet(nest('@UseInterceptors(shapeWith(EmailDto))', "import { UseInterceptors } from '@nestjs/common';\nfunction shapeWith(dto) {\n  return { intercept: (context, next) => next.handle().pipe(map((data) => new dto(data))) };\n}")) },
    { name: 'an interceptor that cannot be seen', code: quiet(nest('@UseInterceptors(interceptors[0])', "import { UseInterceptors } from '@nestjs/common';\nimport { interceptors } from './interceptors';")) },
    { name: 'a package for serializing', code: quiet(nest('@UseInterceptors(SerializerInterceptor)', "import { UseInterceptors } from '@nestjs/common';\nimport { SerializerInterceptor } from 'some-serializers';")) },
    { name: 'several interceptors as arguments', code: quiet(nest('@UseInterceptors(...interceptors)', "import { UseInterceptors } from '@nestjs/common';\nimport { interceptors } from './interceptors';")) },
    { name: 'a serializer of the controller', code: quiet(nest('', "import { Serialize } from './serialize';").replace('@Controller', '@Serialize(EmailDto)\n@Controller')) },
    { name: 'options by a name with a schema of the answer', code: quiet(fastify(`options, ${SHOW}`, "const options = { schema: { response: { 200: { type: 'object' } } } };")) },
    { name: 'options that cannot be read', code: quiet(fastify(`options, ${SHOW}`, "import { options } from './options';")) },
    { name: 'options as further arguments', code: quiet(fastify(`...options, ${SHOW}`, "import { options } from './options';")) },
    { name: 'options that take in others', code: quiet(fastify(`{ ...options }, ${SHOW}`, "import { options } from './options';")) },
    { name: 'the output of a procedure, before its input', code: quiet(trpc('.output(z.object({ email: z.string() })).input(z.string())')) },
  ],
  invalid: [
    exposed('a decorator that is no call, about something else', 'sensitiveRow', nest('@Audited', "import { Audited } from './audited';")),
    exposed('an interceptor that a function makes, which changes nothing', 'sensitiveRow', nest('@UseInterceptors(timed(500))', "import { UseInterceptors } from '@nestjs/common';\nfunction timed(limit) {\n  return { intercept: (context, next) => next.handle().pipe(timeout(limit)) };\n}")),
    exposed('a class of an interceptor that changes nothing', 'sensitiveRow', nest('@UseInterceptors(Timed)', "import { UseInterceptors } from '@nestjs/common';\nclass Timed {\n  intercept(context, next) {\n    return next.handle().pipe(timeout(500));\n  }\n}")),
    exposed('a package for something else', 'sensitiveRow', nest('@UseInterceptors(SentryInterceptor)', "import { UseInterceptors } from '@nestjs/common';\nimport { SentryInterceptor } from 'some-sentry';")),
    exposed('a decorator that documents', 'sensitiveRow', nest('@ApiExcludeEndpoint()', "import { ApiExcludeEndpoint } from '@nestjs/swagger';")),
    exposed('a decorator that nobody can name', 'sensitiveRow', nest('@(decorators[0])', "import { decorators } from './decorators';")),
    exposed('no options', 'sensitiveRow', fastify(SHOW)),
    exposed('options by a name with no schema of the answer', 'sensitiveRow', fastify(`options, ${SHOW}`, "const options = { schema: { body: { type: 'object' } } };")),
    exposed('options without a schema', 'sensitiveRow', fastify(`{ preHandler: check }, ${SHOW}`, "import { check } from './check';")),
    exposed('the input of a procedure', 'sensitiveRow', trpc('.input(z.string())')),
    exposed('a function that is no handler of a route', 'sensitiveRow', `import type { Request, Response } from 'express';\n${MODEL}\nexport async function show(id: string, res: Response) {\n  res.json(await «User.findById(id)»);\n}\n`),
  ],
});
