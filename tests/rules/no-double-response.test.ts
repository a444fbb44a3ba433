import { inApp, lintProject, rule, tester } from '#kit';
import { expect, it } from 'vitest';
import { marked } from './marked.kit.js';

/** The body of an Express handler. */
function express(body: string): string {
  return `import express from 'express';\nconst app = express();\napp.get('/orders', async (req, res, next) => {\n  ${body}\n});\n`;
}

function fastify(body: string): string {
  return `import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/orders', async (request, reply) => {\n  ${body}\n});\n`;
}

/** Reports the mark, and suggests `return` in front of it. */
function missing(name: string, text: string): ReturnType<typeof marked> {
  const output = text.replace(/«((?:.|\n)*?)»/, (_, inside: string) => `return ${inside}`);
  return marked(name, 'missingReturn', text, { suggested: ['addReturn', output] });
}

tester.run('no-double-response', rule('no-double-response'), {
  valid: [
    { name: 'an error handler that answers and passes the error on, which valid-error-middleware reports', code: "import express from 'express';\nconst app = express();\napp.use((err, req, res, next) => {\n  res.status(500).json({ error: 'failed' });\n  next(err);\n});\n" },
    { name: 'a returned answer', code: express("if (!req.query.id) return res.status(400).json({ error: 'No id' });\n  res.json({});") },
    { name: 'an answer followed by return', code: express("if (!req.query.id) {\n    res.status(400).json({ error: 'No id' });\n    return;\n  }\n  res.json({});") },
    { name: 'an answer followed by a throw that nobody answers', code: "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/x', (c) => {\n  c.json({});\n  throw new Error('x');\n});\n" },
    { name: 'the other answer in the else branch', code: express("if (!req.query.id) {\n    res.status(400).json({ error: 'No id' });\n  } else {\n    res.json({});\n  }") },
    { name: 'cases of a switch that break', code: express("switch (req.query.kind) {\n    case 'a':\n      res.json(1);\n      break;\n    default:\n      res.json(2);\n  }") },
    { name: 'cases of a switch that return', code: express("switch (req.query.kind) {\n    case 'a':\n      res.json(1);\n      return;\n  }\n  res.json(2);") },
    { name: 'an answer in the try, and one in the catch', code: express('try {\n    res.json(await load());\n  } catch (err) {\n    next(err);\n  }') },
    { name: 'an answer that leaves a loop for good', code: express("for (const id of req.body) {\n    if (!id) {\n      res.status(400).json({ error: 'No id' });\n      return;\n    }\n  }\n  res.json({});") },
    { name: 'two branches of a conditional expression', code: express('req.query.id ? res.json(1) : res.json(2);') },
    { name: 'operands of which one is evaluated', code: express("const ok = req.query.id;\n  ok ? res.json(1) : next(new Error('no'));") },
    { name: 'conditions that exclude each other', code: express("if (req.query.id) res.json(1);\n  if (!req.query.id) res.json(2);") },
    { name: 'values that exclude each other', code: express("if (req.query.kind === 'a') res.json(1);\n  if (req.query.kind === 'b') res.json(2);") },
    { name: 'a second answer under a condition of its own', code: express("if (req.query.a) res.json(1);\n  if (req.query.b) res.json(2);") },
    { name: 'a guard that looks whether something was sent', code: express("if (req.query.a) res.json(1);\n  if (res.headersSent) return;\n  res.json(2);") },
    { name: 'a condition on what was sent', code: express("if (req.query.a) res.json(1);\n  if (!res.headersSent) res.json(2);") },
    { name: 'a flag that the first answer sets', code: express("let done = false;\n  if (req.query.a) {\n    res.json(1);\n    done = true;\n  }\n  if (done) return;\n  res.json(2);") },
    { name: 'pieces of a stream, and its end', code: express("res.write('a');\n  res.write('b');\n  res.end('c');") },
    { name: 'end after an answer', code: express('res.json({});\n  res.end();') },
    { name: 'end at the end of a chain', code: express('res.status(200).json({}).end();') },
    { name: 'work after the answer', code: express('res.status(202).json({});\n  await rebuild();\n  console.log(res.statusCode);') },
    { name: 'a status that is set, and one answer', code: express('res.status(404);\n  res.set("x", "y");\n  res.json({});') },
    { name: 'a function that never returns after the answer', code: `${express("if (!req.query.id) {\n    res.status(400).json({});\n    stop();\n  }\n  res.json({});")}function stop(): never { throw new Error('stop'); }\n` },
    { name: 'a render that hands its text over', code: express("res.render('mail', {}, (err, html) => send(html));\n  res.json({});") },
    { name: "next('route') is no answer", code: express("if (req.query.a) next('route');\n  else res.json({});") },
    { name: 'next() after no answer', code: express('req.body.start = Date.now();\n  next();') },
    { name: 'next() and work after it', code: express('next();\n  await count();') },
    { name: 'a helper that answers only sometimes, and says so', code: `${express('if (!check(req, res)) return;\n  res.json({});')}function check(req, res) {\n  if (req.query.id) return true;\n  res.status(400).json({});\n  return false;\n}\n` },
    { name: 'a helper that answers only sometimes', code: `${express('check(req, res);\n  res.json({});')}function check(req, res) {\n  if (!req.query.id) res.status(400).json({});\n}\n` },
    { name: 'a helper that answers, returned', code: `${express("if (!req.query.id) return fail(res);\n  res.json({});")}function fail(res) {\n  res.status(400).json({});\n}\n` },
    { name: 'the responses of two requests', code: express('relay.on("request", (inner, other) => {});\n  const proxied = express.response;\n  res.json({});') },
    { name: 'a callback that is only registered', code: express("req.on('close', () => res.end('x'));\n  res.json({});") },
    { name: 'steps of one promise chain', code: express('load().then((rows) => res.json(rows)).catch((err) => next(err));') },
    { name: 'the steps of one promise chain, awaited', code: express('await load().then((rows) => res.json(rows), (err) => next(err));') },
    { name: 'a callback that tells the function around it to stop', code: express("const bad = req.body.some((id) => {\n    if (id) return false;\n    res.status(400).json({});\n    return true;\n  });\n  if (bad) return;\n  res.json({});") },
    { name: 'a reply that is returned', code: fastify("if (!request.query.id) return reply.code(400).send({ error: 'No id' });\n  return reply.send({});") },
    { name: 'a value that is returned after the reply was sent: the framework sees to it', code: fastify('reply.code(201);\n  return { ok: true };') },
    { name: 'answers that only make a value', code: "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/x', (c) => {\n  if (c.req.query('a')) c.json({ error: 'no' }, 400);\n  return c.json({});\n});\n" },
    { name: 'a body that is assigned twice', code: "import Koa from 'koa';\nconst app = new Koa();\napp.use((ctx) => {\n  ctx.body = 1;\n  ctx.body = 2;\n});\n" },
    { name: 'next() after the answer in Restify', code: "import restify from 'restify';\nconst server = restify.createServer();\nserver.get('/x', (req, res, next) => {\n  res.send({});\n  next();\n});\n" },
    { name: 'a hook of a schema', code: "import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({});\nschema.pre('save', function (next) {\n  if (!this.isModified('a')) next();\n  next();\n});\n" },
    { name: 'an answer of the error handler after it was delegated', code: "import express from 'express';\nconst app = express();\napp.use((err, req, res, next) => {\n  if (res.headersSent) return next(err);\n  res.status(500).json({});\n});\n" },
    { name: 'a test file', filename: inApp('tests/app.ts'), code: express('res.json(1);\n  res.json(2);') },
  ],
  invalid: [
    marked('an error handler that answers twice by itself', 'missingReturn', "import express from 'express';\nconst app = express();\napp.use((err, req, res, next) => {\n  «res.status(500).json({ error: 'failed' })»;\n  res.end('failed');\n});\n", { suggested: ['addReturn', "import express from 'express';\nconst app = express();\napp.use((err, req, res, next) => {\n  return res.status(500).json({ error: 'failed' });\n  res.end('failed');\n});\n"] }),
    missing('a guard that forgot to return', express("if (!req.query.id) {\n    «res.status(400).json({ error: 'No id' })»;\n  }\n  res.json({});")),
    missing('two answers in a row', express('«res.json(1)»;\n  res.json(2);')),
    missing('next() after an answer', express("if (!req.query.id) «res.status(400).send('No id')»;\n  next();")),
    missing('next(err) after an answer', express("«res.status(400).send('No id')»;\n  next(new Error('No id'));")),
    missing('an answer after next(err)', express("try {\n    await load();\n  } catch (err) {\n    «next(err)»;\n  }\n  res.json({});")),
    missing('next() after next(err)', express("if (!req.query.id) «next(new Error('No id'))»;\n  next();")),
    missing('end with a status after next(err)', express("if (!req.query.id) «next(new Error('No id'))»;\n  res.status(204).end();")),
    missing('a throw after an answer', express("if (!req.query.id) {\n    «res.status(400).json({})»;\n    throw new Error('No id');\n  }\n  res.json({});")),
    missing('a throw after an answer, to a catch that answers', express("try {\n    if (!req.query.id) {\n      «res.status(400).json({})»;\n      throw new Error('No id');\n    }\n  } catch (err) {\n    next(err);\n  }")),
    missing('an answer that leaves a loop only', express("for (const id of req.body) {\n    if (!id) {\n      «res.status(400).json({})»;\n      break;\n    }\n  }\n  res.json({});")),
    missing('an answer that leaves a labelled loop only', express("all: for (const ids of req.body) {\n    for (const id of ids) {\n      if (!id) {\n        «res.status(400).json({})»;\n        break all;\n      }\n    }\n  }\n  res.json({});")),
    missing('an answer that leaves a switch only', express("switch (req.query.kind) {\n    case 'a':\n      «res.json(1)»;\n      break;\n    default:\n  }\n  res.json(2);")),
    missing('past an early exit that has nothing to do with it', express("if (!req.query.id) {\n    «res.status(400).json({})»;\n  }\n  if (req.query.short) return;\n  res.json({});")),
    missing('an awaited answer', fastify("if (!request.query.id) {\n    «reply.code(400).send({})»;\n  }\n  await reply.send({});")),
    missing('an answer in a finally', express('try {\n    «res.json(await load())»;\n  } finally {\n    res.send("done");\n  }')),
    missing('a redirect after a view', express("if (!req.query.id) «res.render('orders')»;\n  res.redirect('/');")),
    missing('a middleware called by hand after an answer', express("if (!req.query.id) «res.sendStatus(400)»;\n  authenticate(req, res, next);")),
    missing('a helper that answers', `${express("if (!req.query.id) «fail(res)»;\n  res.json({});")}function fail(res) {\n  if (res.locals.short) return res.sendStatus(400);\n  res.status(400).json({});\n}\n`),
    missing('an answer of an API route', "import type { NextApiRequest, NextApiResponse } from 'next';\nexport default function handler(req: NextApiRequest, res: NextApiResponse) {\n  if (req.method !== 'POST') «res.status(405).end()»;\n  res.status(200).json({});\n}\n"),
    missing('an answer of a Nest controller that takes the response', "import { Controller, Get, Res } from '@nestjs/common';\nimport type { Response } from 'express';\n@Controller()\nexport class Orders {\n  @Get()\n  list(@Res() res: Response) {\n    if (!this.ready) {\n      «res.status(503).json({})»;\n    }\n    res.json({});\n  }\n}\n"),
    marked('the second answer, where several lead to it', 'answeredBefore', express("if (req.query.a) {\n    next(new Error('a'));\n  } else {\n    next(new Error('b'));\n  }\n  «next()»;")),
    marked('a rejection handler that answers beside the answer', 'answeredInCallback', express("store({}).catch((err) => {\n    «res.status(500).json({})»;\n  });\n  return res.json({});")),
    marked('a rejection handler that answers, and whose result is used as if it had not', 'answeredInCallback', express("const rows = await load().catch((err) => «next(err)»);\n  res.json(rows);")),
    marked('a callback of an iteration that answers', 'answeredInCallback', express("req.body.forEach((id) => {\n    if (!id) return «res.status(400).json({})»;\n  });\n  res.json({});")),
    {
      name: 'names both answers',
      code: express("if (!req.query.id) res.status(400).json({ error: 'No id' });\n  res.json({});"),
      errors: [{ messageId: 'missingReturn', data: { first: 'res.status(…).json(…)', second: '`res.json(…)` (line 5)' }, suggestions: [{ messageId: 'addReturn', output: express("if (!req.query.id) return res.status(400).json({ error: 'No id' });\n  res.json({});") }] }],
    },
    {
      name: 'names the lines that lead to the second answer',
      code: express("if (req.query.a) {\n    next(new Error('a'));\n  } else {\n    next(new Error('b'));\n  }\n  res.sendStatus(204);"),
      errors: [{ messageId: 'answeredBefore', data: { name: 'res.sendStatus(…)', lines: '5 and 7' } }],
    },
  ],
});

it('follows a helper that answers into another file', () => {
  const found = lintProject({
    'src/fail.ts': "import type { Response } from 'express';\nexport function fail(res: Response, text: string) {\n  return res.status(400).json({ error: text });\n}\n",
    'src/app.ts': "import express from 'express';\nimport { fail } from './fail.js';\nconst app = express();\napp.get('/orders', (req, res) => {\n  if (!req.query.id) fail(res, 'No id');\n  res.json({});\n});\n",
  }, { rules: { 'no-double-response': {} } });
  expect(found.map(({ file, line, messageId }) => `${file}:${String(line)} ${messageId}`)).toEqual(['src/app.ts:5 missingReturn']);
});
