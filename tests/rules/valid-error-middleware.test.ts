import { rule, tester } from '#kit';

const app = (text: string) => `import express from 'express';\nconst app = express();\n${text}`;
const ROUTE = "app.get('/orders', (req, res) => res.json([]));\n";
const HANDLER = 'app.use((err, req, res, next) => {\n  res.sendStatus(500);\n});\n';

tester.run('valid-error-middleware: parameters', rule('valid-error-middleware'), {
  valid: [
    { name: 'four', code: app(HANDLER) },
    { name: 'four, the last one unused under another name', code: app('app.use((error, _req, res, _next) => res.sendStatus(500));\n') },
    { name: 'four, one taken apart', code: app('app.use((err, req, { status }, next) => next(err));\n') },
    { name: 'ordinary middleware', code: app('app.use((req, res, next) => next());\n') },
    { name: 'three in a route, not in `use`', code: app("app.get('/', (err, req, res) => res.json(err));\n") },
    { name: 'a callback inside middleware', code: app('app.use((req, res, next) => {\n  store.load(req.ip, (err, response) => next(err));\n});\n') },
    { name: 'a function that nobody registers', code: 'export function failed(err, req, res) {\n  res.sendStatus(500);\n}\n' },
    { name: 'what a wrapper is handed', code: app('app.use(adapt((err, req, res) => res.sendStatus(500)));\n') },
    { name: 'an error handler of Fastify', code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  reply.send(error);\n});\n" },
  ],
  invalid: [
    { name: 'three', code: app('app.use((err, req, res) => {\n  res.sendStatus(500);\n});\n'), errors: [{ messageId: 'wrongParameters', line: 3, column: 9, suggestions: [{ messageId: 'addNext', output: app('app.use((err, req, res, next) => {\n  res.sendStatus(500);\n});\n') }] }] },
    { name: 'three with types', code: "import express, { Request, Response } from 'express';\nconst app = express();\napp.use((err: Error, req: Request, res: Response) => {\n  res.sendStatus(500);\n});\n", errors: [{ messageId: 'wrongParameters' }] },
    { name: 'two', code: app('app.use(function failed(err, res) {\n  res.sendStatus(500);\n});\n'), errors: [{ messageId: 'wrongParameters' }] },
    { name: 'five', code: app('app.use((err, req, res, next, more) => {\n  res.sendStatus(500);\n});\n'), errors: [{ messageId: 'wrongParameters' }] },
    { name: 'three of a named function', code: app('app.use(failed);\nfunction failed(error, req, res) {\n  res.sendStatus(500);\n}\n'), errors: [{ messageId: 'wrongParameters', line: 4, suggestions: [{ messageId: 'addNext', output: app('app.use(failed);\nfunction failed(error, req, res, next) {\n  res.sendStatus(500);\n}\n') }] }] },
    { name: 'three on a router', code: "import { Router } from 'express';\nconst router = Router();\nrouter.use((err, req, res: any) => res.sendStatus(500));\n", errors: [{ messageId: 'wrongParameters' }] },
  ],
});

tester.run('valid-error-middleware: place', rule('valid-error-middleware'), {
  valid: [
    { name: 'after the routes', code: app(ROUTE + HANDLER) },
    { name: 'before ordinary middleware', code: app(`${ROUTE}${HANDLER}app.use(express.json());\n`) },
    { name: 'before a route that catches all others', code: app(`${ROUTE}${HANDLER}app.get('*', (req, res) => res.sendStatus(404));\n`) },
    { name: 'before routes behind which another one stands', code: app(`${HANDLER}${ROUTE}${HANDLER}`) },
    { name: 'before a call that nobody has finished writing', code: app(`${HANDLER}app.use();\n`) },
    { name: 'for one path alone', code: app("app.use('/upload', (err, req, res, next) => {\n  next(err);\n});\n" + ROUTE) },
    { name: 'on another app', code: app(`const other = express();\n${HANDLER}other.get('/', (req, res) => res.end());\n`) },
    { name: 'what a call makes', code: app(`app.use(handlerOf(app));\n${ROUTE}`) },
  ],
  invalid: [
    { name: 'before a route', code: app(HANDLER + ROUTE), errors: [{ messageId: 'registeredEarly', line: 3 }] },
    { name: 'before a router', code: app(`const orders = express.Router();\n${HANDLER}app.use('/orders', orders);\n`), errors: [{ messageId: 'registeredEarly', line: 4 }] },
    { name: 'in a function that sets the app up', code: "import express from 'express';\nimport type { Application } from 'express';\nfunction failed(err, req, res, next) {\n  res.sendStatus(500);\n}\nexport function setUp(app: Application) {\n  app.use(failed);\n  app.get('/', (req, res) => res.end());\n}\n", errors: [{ messageId: 'registeredEarly', line: 7 }] },
  ],
});

const body = (text: string) => app(`app.use((err, req, res, next) => {\n  ${text}\n});\n`);

tester.run('valid-error-middleware: one answer', rule('valid-error-middleware'), {
  valid: [
    { name: 'an answer alone', code: body("res.status(500).json({ error: 'failed' });") },
    { name: 'the error passed on alone', code: body('console.error(err);\n  next(err);') },
    { name: 'passed on once headers are sent', code: body("if (res.headersSent) return next(err);\n  res.status(500).json({ error: 'failed' });") },
    { name: 'one or the other', code: body("if (err.known) {\n    res.status(400).json({ error: err.code });\n  } else {\n    next(err);\n  }") },
    { name: 'an answer that returns', code: body("if (err.known) {\n    return res.status(400).json({ error: err.code });\n  }\n  next(err);") },
    { name: 'an answer, and a return behind it', code: body("if (err.known) {\n    res.sendStatus(400);\n    return;\n  }\n  next(err);") },
    { name: 'passed on under a condition on the request', code: body("res.status(500).json({ error: 'failed' });\n  if (req.query.trace) next(err);") },
    { name: 'one or the other, as the environment says', code: body("if (process.env.NODE_ENV === 'test') next(err);\n  if (process.env.NODE_ENV !== 'test') res.status(500).json({ error: 'failed' });") },
    { name: 'passed on under a condition that is not the environment alone', code: body("res.status(500).json({ error: 'failed' });\n  if (ready && process.env.TESTING) next(err);") },
    { name: 'a status alone before', code: body('res.status(500);\n  next(err);') },
  ],
  invalid: [
    { name: 'an answer, then the error passed on', code: body("res.status(500).json({ error: 'failed' });\n  next(err);"), errors: [{ messageId: 'answersAndPasses', line: 5 }] },
    { name: 'an answer, then the error passed on everywhere but in tests', code: body("res.status(500).json({ error: 'failed' });\n  if (!(process && process.env.TESTING)) next(err);"), errors: [{ messageId: 'answersAndPasses', line: 5 }] },
    { name: 'an answer in a branch that forgets to return', code: body('if (err.known) {\n    res.sendStatus(400);\n  }\n  next(err);'), errors: [{ messageId: 'answersAndPasses', line: 7 }] },
    { name: 'with return', code: body('res.render("failed");\n  return next(err);'), errors: [{ messageId: 'answersAndPasses' }] },
  ],
});
