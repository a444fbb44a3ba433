/** Errors that leave through the app's own functions: in the same file, and in files that imports lead to. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { express, leak } from './raw-error.kit.js';

const after = (declarations: string, body: string) => `${declarations}\n${express(`try {\n    res.json(await loadOrders());\n  } catch (err) {\n    ${body}\n  }`)}`;

tester.run('no-raw-error-response: helpers in the same file', rule('no-raw-error-response'), {
  valid: [
    { name: 'a helper that sends a fixed text', code: after("function fail(res, error) {\n  logger.error(error);\n  res.status(500).json({ error: 'Something went wrong' });\n}", 'fail(res, err);') },
    { name: 'a helper that logs', code: after('function log(error) {\n  console.error(error.message);\n}', "log(err);\n    res.status(500).send('Something went wrong');") },
    { name: 'a helper that sends another parameter', code: after('function fail(res, error, text) {\n  logger.error(error);\n  res.status(500).json({ error: text });\n}', "fail(res, err, 'Something went wrong');") },
    { name: 'a helper that sends another property', code: after('function fail(res, { text, error }) {\n  logger.error(error);\n  res.status(500).json({ text });\n}', "fail(res, { text: 'Something went wrong', error: err });") },
    { name: 'a getter that gives fixed texts', code: after("function messageOf(error) {\n  return error.code === 'P2002' ? 'Already there' : 'Something went wrong';\n}", 'res.status(500).json({ error: messageOf(err) });') },
    { name: 'a result whose catch gives a fixed text', code: `async function run() {\n  try {\n    return { ok: true, orders: await loadOrders() };\n  } catch (err) {\n    logger.error(err.message);\n    return { ok: false, error: 'Something went wrong' };\n  }\n}\n${express('res.json(await run());')}` },
    { name: 'a property of the request that holds no error', code: "import express from 'express';\nconst app = express();\napp.use((req, res, next) => {\n  try {\n    req.order = loadOrder(req);\n  } catch (err) {\n    req.failure = 'Something went wrong';\n  }\n  next();\n});\napp.get('/orders', (req, res) => {\n  res.json({ error: req.failure });\n});\n" },
    { name: 'a helper that only a known kind of error is handed to', code: after('class AppError extends Error {}\nfunction fail(res, error) {\n  res.status(500).json({ error: error.message });\n}', "if (err instanceof AppError) return fail(res, err);\n    res.status(500).send('Something went wrong');") },
    { name: 'a helper that looks at the kind of error itself', code: after("class AppError extends Error {}\nfunction fail(res, error) {\n  if (error instanceof AppError) return res.status(400).json({ error: error.message });\n  res.status(500).json({ error: 'Something went wrong' });\n}", 'fail(res, err);') },
  ],
  invalid: [
    leak('a response helper that takes the error', 'errorMessage', after('function fail(res, error) {\n  res.status(500).json({ error: error.message });\n}', 'fail(res, «err»);')),
    leak('a response helper that takes the text', 'errorMessage', after('const fail = (res, status, text) => res.status(status).json({ error: text });', 'fail(res, 500, «err.message»);')),
    leak('a response helper that takes the whole error as its text', 'rawErrorObject', after('const fail = (res, status, text) => res.status(status).json({ error: text });', 'fail(res, 500, «err»);')),
    leak('a response helper that takes an object', 'errorMessage', after('const answer = (res, body) => res.json(body);', 'answer(res, { ok: false, error: «err.message» });')),
    leak('a response helper that takes options', 'errorMessage', after('function fail(res, { status, text }) {\n  res.status(status).json({ error: text });\n}', 'fail(res, { status: 500, text: «err.message» });')),
    leak('a response helper through another', 'errorMessage', after('const send = (res, body) => res.json(body);\nconst fail = (res, error) => send(res, { error: error.message });', 'fail(res, «err»);')),
    leak('a helper in an object', 'errorMessage', after('const answers = {\n  fail(res, error) {\n    res.status(500).json({ error: error.message });\n  },\n};', 'answers.fail(res, «err»);')),
    leak('a static method', 'errorMessage', after('class Answers {\n  static fail(res, text) {\n    return res.status(500).json({ error: text });\n  }\n}', 'Answers.fail(res, «err.message»);')),
    leak('a function that makes the body', 'errorMessage', after('const failure = (error) => ({ success: false, text: error.message });', 'res.status(500).json(failure(«err»));')),
    leak('a class that makes the body', 'errorMessage', after('class Failure {\n  constructor(text) {\n    this.success = false;\n    this.text = text;\n  }\n}', 'res.status(500).json(new Failure(«err.message»));')),
    leak('a message getter', 'errorMessage', after("function messageOf(error) {\n  return error instanceof Error ? error.message : 'Something went wrong';\n}", 'res.status(500).json({ error: messageOf(«err») });')),
    leak('a message getter in a local', 'errorMessage', after('const messageOf = (error) => error.message;', 'const text = messageOf(err);\n    res.status(500).json({ error: «text» });')),
    leak("a base class's method", 'errorMessage', "import type { Request, Response } from 'express';\nabstract class Base {\n  protected fail(res: Response, error: Error) {\n    res.status(500).json({ error: error.message });\n  }\n}\nexport class Orders extends Base {\n  async list(req: Request, res: Response) {\n    try {\n      res.json(await loadOrders());\n    } catch (err) {\n      this.fail(res, «err»);\n    }\n  }\n}\n"),
    leak("the class's own method", 'rawErrorObject', "import type { Request, Response } from 'express';\nexport class Orders {\n  private fail = (res: Response, error: unknown) => res.status(500).json({ error });\n  list = async (req: Request, res: Response) => {\n    try {\n      res.json(await loadOrders());\n    } catch (err) {\n      this.fail(res, «err»);\n    }\n  };\n}\n"),
    leak('a helper without the response, called in the handler', 'errorMessage', express('const fail = (error) => {\n    res.status(500).json({ error: error.message });\n  };\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    fail(«err»);\n  }')),
    leak('a result that a catch returns', 'errorMessage', `async function run() {\n  try {\n    return { ok: true, orders: await loadOrders() };\n  } catch (err) {\n    return { ok: false, error: «err.message» };\n  }\n}\n${express('const result = await run();\n  res.json(result);')}`),
    leak('a property of a result that a catch returns', 'errorMessage', `async function run() {\n  try {\n    return { ok: true, orders: await loadOrders() };\n  } catch (err) {\n    return { ok: false, error: «err.message» };\n  }\n}\n${express('const { ok, orders, error } = await run();\n  if (!ok) return res.status(500).json({ error });\n  res.json(orders);')}`),
    leak('a result that two handlers send: one report', 'errorMessage', "import express from 'express';\nconst app = express();\nasync function run() {\n  try {\n    return { ok: true, orders: await loadOrders() };\n  } catch (err) {\n    return { ok: false, error: «err.message» };\n  }\n}\napp.get('/orders', async (req, res) => {\n  res.json(await run());\n});\napp.get('/all', async (req, res) => {\n  res.json(await run());\n});\n"),
    leak('an error that a catch returns', 'rawErrorObject', `const run = async () => {\n  try {\n    return await loadOrders();\n  } catch (err) {\n    return «err»;\n  }\n};\n${express('res.json(await run());')}`),
    leak('a result of a promise whose rejection is caught', 'errorMessage', express('const result = await loadOrders().catch((err) => ({ error: «err.message» }));\n  res.json(result);')),
    leak('a property that one middleware puts on the request and another sends', 'errorMessage', "import express from 'express';\nconst app = express();\napp.use((req, res, next) => {\n  try {\n    req.order = loadOrder(req);\n  } catch (err) {\n    req.failure = err;\n  }\n  next();\n});\napp.get('/orders', (req, res) => {\n  res.json({ error: «req.failure.message» });\n});\n"),
    leak('a helper that only part of the errors is kept from', 'errorMessage', after("class AppError extends Error {}\nfunction fail(res, error) {\n  res.status(500).json({ error: error.message });\n}", 'if (err instanceof AppError) logger.warn(err);\n    fail(res, «err»);')),
    {
      name: 'names the helper',
      code: after('function fail(res, error) {\n  res.status(500).json({ error: error.message });\n}', 'fail(res, err);'),
      errors: [{ messageId: 'errorMessage', line: 10, data: { error: 'err', via: ' through `fail`' } }],
    },
  ],
});

describe('no-raw-error-response: helpers of other files', () => {
  const rules = { 'no-raw-error-response': {} };
  const holds = (files: Readonly<Record<string, string>>, marks: number) => {
    const { found, expected } = judge(files, { rules });
    expect(found).toEqual(expected);
    expect(expected).toHaveLength(marks);
  };
  const controller = (imports: string, body: string) => `import type { Request, Response } from 'express';\n${imports}\nexport async function listOrders(req: Request, res: Response) {\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    ${body}\n  }\n}\n`;

  it('reports where the error is handed to an imported helper', () => {
    holds({
      'src/orders.ts': controller("import { fail } from './answers';", 'fail(res, err); // expect: no-raw-error-response/errorMessage'),
      'src/answers.ts': "import type { Response } from 'express';\nexport function fail(res: Response, error: Error) {\n  res.status(500).json({ error: error.message });\n}\n",
    }, 1);
  });

  it('is silent where the imported helper sends a fixed text', () => {
    holds({
      'src/orders.ts': controller("import { fail } from './answers';", 'fail(res, err);'),
      'src/answers.ts': "import type { Response } from 'express';\nexport function fail(res: Response, error: Error) {\n  console.error(error.message);\n  res.status(500).json({ error: 'Something went wrong' });\n}\n",
    }, 0);
  });

  it('follows a CommonJS helper', () => {
    holds({
      'src/orders.js': "const express = require('express');\nconst answers = require('./answers');\nconst app = express();\napp.get('/orders', async (req, res) => {\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    answers.fail(res, err.message); // expect: no-raw-error-response/errorMessage\n  }\n});\n",
      'src/answers.js': 'exports.fail = (res, text, status = 500) => res.status(status).json({ success: false, text });\n',
    }, 1);
  });

  it('follows a message getter', () => {
    holds({
      'src/orders.ts': controller("import { messageOf } from './errors';", 'res.status(500).json({ error: messageOf(err) }); // expect: no-raw-error-response/errorMessage'),
      'src/errors.ts': "export function messageOf(error: unknown): string {\n  if (error instanceof Error) return error.message;\n  return 'Something went wrong';\n}\n",
    }, 1);
  });

  it('follows a helper through a barrel and a second helper', () => {
    holds({
      'src/orders.ts': controller("import { fail } from './http';", 'return fail(res, err); // expect: no-raw-error-response/errorMessage'),
      'src/http/index.ts': "export * from './fail';\n",
      'src/http/fail.ts': "import type { Response } from 'express';\nimport { send } from './send';\nexport const fail = (res: Response, error: Error) => send(res, 500, { error: error.message });\n",
      'src/http/send.ts': "import type { Response } from 'express';\nexport const send = (res: Response, status: number, body: unknown) => res.status(status).json(body);\n",
    }, 1);
  });

  it("follows a base class's method", () => {
    holds({
      'src/orders.ts': "import type { Request, Response } from 'express';\nimport { BaseController } from './base';\nexport class OrdersController extends BaseController {\n  async list(req: Request, res: Response) {\n    try {\n      res.json(await loadOrders());\n    } catch (err) {\n      return this.fail(res, err); // expect: no-raw-error-response/errorMessage\n    }\n  }\n}\n",
      'src/base.ts': "import type { Response } from 'express';\nexport abstract class BaseController {\n  protected fail(res: Response, error: Error | string) {\n    return res.status(500).json({ text: error.toString(), error: typeof error === 'string' ? error : error.message });\n  }\n}\n",
    }, 1);
  });

  it('follows a result that a catch of a service returns', () => {
    holds({
      'src/orders.ts': "import type { Request, Response } from 'express';\nimport { listOrders } from './orders.service';\nexport async function list(req: Request, res: Response) {\n  const result = await listOrders();\n  if (!result.ok) return res.status(500).json({ error: result.error }); // expect: no-raw-error-response/errorMessage\n  res.json(result.orders);\n}\n",
      'src/orders.service.ts': "export async function listOrders() {\n  try {\n    return { ok: true, orders: await loadOrders() };\n  } catch (err) {\n    return { ok: false, error: err.message };\n  }\n}\n",
    }, 1);
  });

  it('follows a method of a service class', () => {
    holds({
      'src/orders.ts': "import type { Request, Response } from 'express';\nimport { OrdersService } from './orders.service';\nconst service = new OrdersService();\nexport async function list(req: Request, res: Response) {\n  res.json(await service.list()); // expect: no-raw-error-response/rawErrorObject\n}\n",
      'src/orders.service.ts': 'export class OrdersService {\n  async list() {\n    try {\n      return await loadOrders();\n    } catch (error) {\n      return { error };\n    }\n  }\n}\n',
    }, 1);
  });

  it("knows the app's own error class of another file as client-safe", () => {
    holds({
      'src/orders.ts': controller("import { AppError } from './errors';", "if (err instanceof AppError) return res.status(err.status).json({ error: err.message });\n    res.status(500).json({ error: err.message }); // expect: no-raw-error-response/errorMessage"),
      'src/errors.ts': 'export class AppError extends Error {\n  constructor(readonly status: number, text: string) {\n    super(text);\n  }\n}\n',
    }, 1);
  });

  it("follows the app's own HTTP error class", () => {
    holds({
      'src/orders.service.ts': "import { ApiError } from './errors';\nexport async function listOrders() {\n  try {\n    return await loadOrders();\n  } catch (err) {\n    throw new ApiError(500, err.message); // expect: no-raw-error-response/errorMessage\n  }\n}\n",
      'src/errors.ts': 'export class ApiError extends Error {\n  constructor(readonly status: number, text: string) {\n    super(text);\n  }\n}\n',
    }, 1);
  });

  it('reports error middleware where it stands, not where it is registered', () => {
    holds({
      'src/app.ts': "import express from 'express';\nimport { answerErrors } from './errors';\nconst app = express();\napp.use(answerErrors);\n",
      'src/errors.ts': 'export const answerErrors = (problem, q, s, n) => {\n  s.status(500).json({ text: problem.message }); // expect: no-raw-error-response/errorMessage\n};\n',
    }, 1);
  });

  it('sees no further than one file where imports are not followed', () => {
    const files = {
      'src/orders.ts': controller("import { fail } from './answers';", 'fail(res, err);'),
      'src/answers.ts': "import type { Response } from 'express';\nexport function fail(res: Response, error: Error) {\n  res.status(500).json({ error: error.message });\n}\n",
    };
    expect(judge(files, { rules, settings: { followImports: false } }).found).toEqual([]);
    expect(judge(files, { rules }).found).toHaveLength(1);
  });
});
