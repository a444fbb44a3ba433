import { describe, expect, it } from 'vitest';
import { type Finding, lintProject } from '#kit';

const EXPRESS_4 = '{"dependencies":{"express":"^4.18.2"}}';
type Files = Readonly<Record<string, string>>;

function findings(files: Files, settings: object = {}, manifest = EXPRESS_4): Finding[] {
  return lintProject({ 'package.json': manifest, ...files }, { rules: { 'no-unhandled-async-handler': {} }, settings });
}

/** `file:line messageId` of each finding. */
function found(files: string | Files, settings: object = {}, manifest = EXPRESS_4): string[] {
  const all = typeof files === 'string' ? { 'src/app.ts': files } : files;
  return findings(all, settings, manifest).map(({ file, line, messageId }) => `${file}:${String(line)} ${messageId}`);
}

const app = (text: string) => `import express from 'express';\nconst app = express();\n${text}`;
const handler = (body: string) => app(`app.get('/orders', async (req, res, next) => {\n  ${body}\n});\n`);
const HERE = ['src/app.ts:3 uncaughtAwait'];

describe('an async handler of Express 4', () => {
  it.each([
    ['awaits with no try', handler('res.json(await load());')],
    ['awaits before its try', handler('const who = await load();\n  try {\n    await save(who);\n  } catch (err) {\n    next(err);\n  }')],
    ['has a try without a catch', handler('try {\n    await save();\n  } finally {\n    res.end();\n  }')],
    ['awaits one of two', handler('await (req.query.x ? load() : save());\n  res.end();')],
    ['awaits a function of the app that lets failures out', `${handler('res.json(await orders());')}async function orders() {\n  return await load();\n}\n`],
    ['awaits a function of the app that throws', `${handler('res.json(await orders());')}async function orders() {\n  throw new Error('x');\n}\n`],
    ['awaits a promise made by hand that may be rejected', handler('await new Promise((resolve, reject) => load(resolve, reject));\n  res.end();')],
    ['awaits a function of the app that is called like a timer and lets failures out', `${handler('await wait();\n  res.end();')}async function wait() {\n  return await load();\n}\n`],
    ['asks such a library to throw', `import { createClient } from '@supabase/supabase-js';\nconst db = createClient('https://x.supabase.co', 'key');\n${handler("const { data } = await db.from('orders').select().throwOnError();\n  res.json(data);")}`],
    ['is middleware', app("app.use(async (req, res, next) => {\n  req.user = await load();\n  next();\n});\n")],
    ['is an error handler', app('app.use(async (err, req, res, next) => {\n  await report(err);\n  res.end();\n});\n')],
    ['stands in a list', app("app.get('/orders', [check, async (req, res) => {\n  res.json(await load());\n}]);\n")],
    ['stands behind a wrapper that catches nothing', `${app("app.get('/orders', timed(async (req, res) => {\n  res.json(await load());\n}));\n")}function timed(fn) {\n  return (req, res, next) => {\n    console.time('x');\n    return fn(req, res, next);\n  };\n}\n`],
    ['is registered by its name', app("app.get('/orders', list);\n").replace('const app', 'async function list(req, res) {\n  res.json(await load());\n}\nconst app').replace('async function', '\nasync function').replace('\n\n', '\n').replace("import express from 'express';\n", "import express from 'express';\n")],
  ])('%s', (_title, text) => {
    expect(found(text).map((each) => each.split(' ')[1])).toEqual(['uncaughtAwait']);
  });

  it('is reported at its head, with what it awaits', () => {
    const [one] = findings({ 'src/app.ts': handler('const x = 1;\n  res.json(await load(x));') });
    expect(one?.line).toBe(3);
    expect(one?.message).toContain('`load(x)` (line 5) fails, the handler of `GET /orders` rejects, and Express 4 does not look at that');
    expect(one?.message).toContain('or use Express 5.');
  });

  it('is called by the function that makes it, where that makes it for several routes', () => {
    const [one] = findings({ 'src/app.ts': app("const signedIn = () => async (req, res, next) => {\n  req.user = await load();\n  next();\n};\napp.get('/orders', signedIn(), list);\napp.get('/bills', signedIn(), list);\n") });
    expect(one?.message).toContain('the handler that `signedIn` makes rejects');
  });

  it.each([
    ['has a try around everything', handler('try {\n    res.json(await load());\n  } catch (err) {\n    next(err);\n  }')],
    ['awaits nothing', handler('res.json(load());')],
    ['awaits in its catch, where the failure is dealt with', handler('try {\n    await load();\n  } catch (err) {\n    await report(err);\n    next(err);\n  }')],
    ['catches what it awaits', handler('res.json(await load().catch(() => []));')],
    ['waits for all to settle, or for a timer', handler('await Promise.allSettled([load()]);\n  await sleep(10);\n  await new Promise((resolve) => setTimeout(resolve, 10));\n  res.end();')],
    ['asks a library that gives its errors as values', `import { createClient } from '@supabase/supabase-js';\nconst db = createClient('https://x.supabase.co', 'key');\n${handler("const { data, error } = await db.from('orders').select().eq('id', 1);\n  await db.auth.signUp({});\n  res.json(error ?? data);")}`],
    ['waits for a promise that nothing rejects', handler('await new Promise((resolve, reject) => load(resolve));\n  res.end();')],
    ['takes the error as a value', handler('const [err, rows] = await to(load());\n  res.json(err ? [] : rows);')],
    ['awaits a function of the app that catches everything', `${handler('res.json(await orders());')}async function orders() {\n  try {\n    return await load();\n  } catch {\n    return [];\n  }\n}\n`],
    ['awaits only in a function that it makes', handler("req.on('end', async () => {\n    await load();\n  });\n  res.end();")],
    ['is wrapped by a function that catches', `${app("app.get('/orders', wrap(async (req, res) => {\n  res.json(await load());\n}));\n")}const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);\n`],
    ['is wrapped by an async function with a try', `${app("app.get('/orders', wrap(async (req, res) => {\n  res.json(await load());\n}));\n")}function wrap(fn) {\n  return async (req, res, next) => {\n    try {\n      await fn(req, res, next);\n    } catch (err) {\n      next(err);\n    }\n  };\n}\n`],
    ['is wrapped by a library', `import handle from 'express-async-handler';\n${app("app.get('/orders', handle(async (req, res) => {\n  res.json(await load());\n}));\n")}`],
    ['is wrapped by what cannot be followed', `import { wrap } from '@acme/http';\n${app("app.get('/orders', wrap(async (req, res) => {\n  res.json(await load());\n}));\n")}`],
    ['is wrapped under a name that is registered', `import handle from 'express-async-handler';\n${app("const list = handle(async (req, res) => {\n  res.json(await load());\n});\napp.get('/orders', list);\n")}`],
    ['is registered by nobody in sight', "import type { Request, Response } from 'express';\nexport async function list(req: Request, res: Response) {\n  res.json(await load());\n}\n"],
  ])('is left alone if it %s', (_title, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the version of Express', () => {
  const text = handler('res.json(await load());');

  it.each([
    ['4', EXPRESS_4, HERE],
    ['4 by a plain number', '{"dependencies":{"express":"4.12.4"}}', HERE],
    ['4 by a tilde', '{"dependencies":{"express":"~4.16"}}', HERE],
    ['4 by an x', '{"dependencies":{"express":"4.x"}}', HERE],
    ['3', '{"dependencies":{"express":"^3.0.0"}}', HERE],
    ['5', '{"dependencies":{"express":"^5.0.1"}}', []],
    ['4 or 5', '{"dependencies":{"express":"^4.0.0 || ^5.0.0"}}', []],
    ['at least 4', '{"dependencies":{"express":">=4"}}', []],
    ['the latest', '{"dependencies":{"express":"latest"}}', []],
    ['a catalog entry', '{"dependencies":{"express":"catalog:"}}', []],
    ['not told', '{}', []],
    ['4 with express-async-errors', '{"dependencies":{"express":"^4.0.0","express-async-errors":"^3.0.0"}}', []],
    ['4 with express-promise-router', '{"dependencies":{"express":"^4.0.0","express-promise-router":"^4.0.0"}}', []],
  ])('is %s', (_title, manifest, expected) => {
    expect(found(text, {}, manifest)).toEqual(expected);
  });

  it('may stand in the root of a workspace', () => {
    const files = { 'apps/api/package.json': '{"name":"api"}', 'apps/api/src/app.ts': text };
    expect(found(files, {}, '{"workspaces":["apps/*"],"dependencies":{"express":"^4.0.0"}}')).toEqual(['apps/api/src/app.ts:3 uncaughtAwait']);
    expect(found(files, {}, '{"workspaces":["apps/*"],"dependencies":{"express":"^5.0.0"}}')).toEqual([]);
  });
});

describe('a handler in another file than its route', () => {
  const routes = (register: string) => `const { Router } = require('express');\nconst orders = require('./orders');\nconst wrap = require('./wrap');\nconst router = Router();\nrouter.get('/', ${register});\nmodule.exports = router;\n`;
  const files = (register: string, orders = 'exports.list = async (req, res) => {\n  res.json(await load());\n};\n') => ({
    'src/routes.js': routes(register),
    'src/orders.js': orders,
    'src/wrap.js': 'module.exports = (fn) => (req, res, next) => fn(req, res, next).catch(next);\n',
  });

  it('is reported where it stands', () => expect(found(files('orders.list'))).toEqual(['src/orders.js:1 uncaughtAwait']));
  it('is left alone where the route wraps it', () => expect(found(files('wrap(orders.list)'))).toEqual([]));

  it('is followed out of the function that makes it', () => {
    const made = 'exports.list = (model) => async (req, res) => {\n  res.json(await model.find());\n};\n';
    expect(found(files('orders.list(User)', made))).toEqual(['src/orders.js:1 uncaughtAwait']);
    expect(found(files('wrap(orders.list(User))', made))).toEqual([]);
    const returned = 'exports.list = function (model) {\n  return async (req, res) => {\n    res.json(await model.find());\n  };\n};\n';
    expect(found(files('orders.list(User)', returned))).toEqual(['src/orders.js:2 uncaughtAwait']);
  });

  it('may be a method', () => {
    const text = (register: string) => `import { Router } from 'express';\nimport handle from 'express-async-handler';\nexport class Orders {\n  router = Router();\n  constructor() {\n    this.router.get('/', ${register});\n  }\n  list = async (req, res) => {\n    res.json(await load());\n  };\n}\n`;
    expect(found(text('this.list'))).toEqual(['src/app.ts:8 uncaughtAwait']);
    expect(found(text('handle(this.list)'))).toEqual([]);
  });
});

describe('a chain in a handler', () => {
  const plain = (body: string) => app(`app.get('/orders', (req, res, next) => {\n  ${body}\n});\n`);

  it.each([
    ['that is only started', plain('load().then((rows) => {\n    res.json(rows);\n  });'), ['src/app.ts:4 uncaughtChain']],
    ['that is started in a try, which does not see it', plain('try {\n    load().then((rows) => res.json(rows));\n  } catch (err) {\n    next(err);\n  }'), ['src/app.ts:5 uncaughtChain']],
    ['that the handler gives back', plain('return load().then((rows) => res.json(rows));'), ['src/app.ts:4 uncaughtChain']],
    ['that is all that the handler does', app("app.get('/orders', (req, res) => load().then((rows) => res.json(rows)));\n"), ['src/app.ts:3 uncaughtChain']],
    ['with void', plain('void load().then((rows) => res.json(rows));'), ['src/app.ts:4 uncaughtChain']],
    ['with several steps, once', plain('load().then(trim).then((rows) => res.json(rows)).finally(done);'), ['src/app.ts:4 uncaughtChain']],
    ['inside another that does not wait for it', plain('load().then((rows) => {\n    save(rows).then(() => res.json(rows));\n  }).catch(next);'), ['src/app.ts:5 uncaughtChain']],
    ['that a wrapped handler only starts', `import handle from 'express-async-handler';\n${app("app.get('/orders', handle(async (req, res) => {\n  load().then((rows) => res.json(rows));\n}));\n")}`, ['src/app.ts:5 uncaughtChain']],
  ])('is reported: one %s', (_title, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['with a catch', plain('load().then((rows) => res.json(rows)).catch(next);')],
    ['with a second function', plain('load().then((rows) => res.json(rows), next);')],
    ['with a catch and a finally', plain('load().then((rows) => res.json(rows)).catch(next).finally(done);')],
    ['inside another that waits for it', plain('load().then((rows) => {\n    return save(rows).then(() => res.json(rows));\n  }).catch(next);')],
    ['that is handed to something', plain('answer(res, load().then((rows) => rows[0]));')],
    ['that a name holds', plain('const rows = load().then((all) => all[0]);\n  answer(res, rows);')],
    ['of promises that all settle', plain('Promise.allSettled([load()]).then((all) => res.json(all));')],
    ['that a wrapped handler gives back', `import handle from 'express-async-handler';\n${app("app.get('/orders', handle((req, res) => load().then((rows) => res.json(rows))));\n")}`],
    ['in no handler', 'export function start() {\n  load().then(done);\n}\n'],
  ])('is left alone: one %s', (_title, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('another framework', () => {
  it.each([
    ['Fastify', "import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/', async (request, reply) => {\n  return await load();\n});\n"],
    ['Koa', "import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx) => {\n  ctx.body = await load();\n});\n"],
    ['Nest', "import { Controller, Get } from '@nestjs/common';\n@Controller()\nexport class Orders {\n  @Get()\n  async list() {\n    return await load();\n  }\n}\n"],
  ])('is left alone: %s', (_title, text) => {
    expect(found(text)).toEqual([]);
  });
});

it('takes the wrappers that settings name', () => {
  const text = `import { guarded } from './http';\n${app("app.get('/orders', guarded(async (req, res) => {\n  res.json(await load());\n}));\n")}`;
  const http = { 'src/http.ts': 'export function guarded(fn) {\n  return (req, res) => fn(req, res);\n}\n' };
  expect(found({ 'src/app.ts': text, ...http })).toEqual(['src/app.ts:4 uncaughtAwait']);
  expect(found({ 'src/app.ts': text, ...http }, { asyncHandlers: ['guarded'] })).toEqual([]);
});
