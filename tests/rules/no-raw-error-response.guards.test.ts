/** What is known about an error, or about where the code runs. Each harmless case has a twin without the guard. */
import { rule, tester } from '#kit';
import { caught, express, leak } from './raw-error.kit.js';

const APP_ERROR = 'class AppError extends Error {\n  status = 400;\n}\n';
const otherwise = "res.status(500).json({ error: 'Something went wrong' });";
const guarded = (test: string) => caught(`if (${test}) return res.status(400).json({ error: err.message });\n    ${otherwise}`);
const unguarded = (test: string) => caught(`if (${test}) return res.status(400).json({ error: «err.message» });\n    ${otherwise}`);

const CHECK = 'function check(query) {\n  try {\n    return { lines: parse(query) };\n  } catch (err) {\n    return { err: err.message };\n  }\n}\n';

const overwritten = (kind: string, last: string, sent = 'body') => caught(`const kind = ${kind};\n    const body = { message: err.message, title: '' };\n    switch (kind) {\n      case 'closed':\n        res.status(409);\n        break;\n      ${last}\n    }\n    res.json(${sent});`);

const answerErrors = (otherwise: string) => `import type { NextFunction, Request, Response } from 'express';
abstract class DomainError extends Error {
  abstract readonly status: number;
  toJSON() {
    return { error: { message: this.message } };
  }
}
class Missing extends DomainError {
  readonly status = 404;
  constructor(what: string) {
    super(\`\${what} does not exist\`);
  }
}
export function answerErrors(err: Error, req: Request, res: Response, next: NextFunction) {
  log.error({ text: err.message, trace: err.stack, url: req.originalUrl });
  if (err instanceof DomainError) return res.status(err.status).json(err.toJSON());
  ${otherwise}
}
`;

tester.run('no-raw-error-response: errors known to be safe', rule('no-raw-error-response'), {
  valid: [
    { name: "an instance of the app's own class", code: APP_ERROR + guarded('err instanceof AppError') },
    { name: 'an instance of one of two classes of the app', code: `${APP_ERROR}class InputError extends Error {}\n${guarded('err instanceof AppError || err instanceof InputError')}` },
    { name: "a ternary on the app's own class", code: APP_ERROR + caught("res.status(500).json({ error: err instanceof AppError ? err.message : 'Something went wrong' });") },
    { name: 'a local chosen by a ternary', code: APP_ERROR + caught("const message = err instanceof AppError ? err.message : 'Something went wrong';\n    res.status(500).json({ message });") },
    { name: 'what is left after everything else has been answered', code: APP_ERROR + caught(`if (!(err instanceof AppError)) {\n      ${otherwise}\n      return;\n    }\n    res.status(err.status).json({ error: err.message });`) },
    { name: 'what is left after everything else has been thrown on', code: APP_ERROR + caught('if (!(err instanceof AppError)) throw err;\n    res.status(err.status).json({ error: err.message });') },
    { name: 'an else', code: APP_ERROR + caught(`if (!(err instanceof AppError)) {\n      ${otherwise}\n    } else {\n      res.status(400).json({ error: err.message });\n    }`) },
    { name: 'a local that is set in the guarded branch', code: APP_ERROR + caught("let message = 'Something went wrong';\n    if (err instanceof AppError) message = err.message;\n    res.status(500).json({ message });") },
    { name: 'a local that is replaced in the other branch', code: APP_ERROR + caught("let message = err.message;\n    if (!(err instanceof AppError)) message = 'Something went wrong';\n    res.status(500).json({ message });") },
    { name: 'the object itself', code: APP_ERROR + caught(`if (err instanceof AppError) return res.status(400).json(err);\n    ${otherwise}`) },
    { name: 'the name', code: guarded("err.name === 'OrderClosed'") },
    { name: 'a switch over the name', code: caught(`switch (err.name) {\n      case 'OrderClosed':\n        return res.status(409).json({ error: err.message });\n      default:\n        return ${otherwise}\n    }`) },
    { name: 'a code', code: guarded("err.code === 'ORDER_CLOSED'") },
    { name: 'a code turned round', code: caught(`if (err.code !== 'ORDER_CLOSED') return ${otherwise}\n    res.status(409).json({ error: err.message });`) },
    { name: 'isOperational', code: guarded('err.isOperational') },
    { name: 'isOperational compared with true', code: guarded('err.isOperational === true') },
    { name: 'expose', code: caught("res.status(500).json({ error: err.expose ? err.message : 'Something went wrong' });") },
    { name: 'a 4xx status by equality', code: guarded('err.status === 404') },
    { name: 'a 4xx status by its upper limit', code: guarded('err.statusCode && err.statusCode < 500') },
    { name: 'a 4xx status by both limits', code: guarded('err.status >= 400 && err.status < 500') },
    { name: 'a 4xx status by answering 5xx first', code: caught(`if (err.status >= 500) return ${otherwise}\n    res.status(err.status).json({ error: err.message });`) },
    { name: 'a 4xx status in a local', code: caught("const status = err.status || 500;\n    res.status(status).json({ error: status < 500 ? err.message : 'Something went wrong' });") },
    { name: 'a 4xx status that is taken out of the error', code: caught("const { statusCode, message } = err;\n    res.status(500).json({ error: statusCode < 500 ? message : 'Something went wrong' });") },
    { name: 'a code that is taken out of the error', code: caught(`const { code } = err;\n    if (code === 'ORDER_CLOSED') return res.status(409).json({ error: err.message });\n    ${otherwise}`) },
    { name: 'a test in a local', code: APP_ERROR + caught("const known = err instanceof AppError;\n    res.status(500).json({ error: known ? err.message : 'Something went wrong' });") },
    { name: 'a denied test in a local', code: APP_ERROR + caught("const hidden = !(err instanceof AppError);\n    res.status(500).json({ error: hidden ? 'Something went wrong' : err.message });") },
    { name: "the app's own class that is called as a driver's", code: `class NotFoundError extends Error {}\n${guarded('err instanceof NotFoundError')}` },
    { name: "another package's class that is called as a driver's", code: `import { ValidationError } from 'express-validation';\n${guarded('err instanceof ValidationError')}` },
    { name: "a class of another file that is called as a driver's", code: `import { NotFoundError } from './errors';\n${guarded('err instanceof NotFoundError')}` },
    { name: "an ORM's class for what its validators say", code: `import { ValidationError } from 'sequelize';\n${caught(`if (err instanceof ValidationError) return res.status(400).json({ errors: err.errors.map((each) => each.message) });\n    ${otherwise}`)}` },
    { name: "an ORM's class for what its validators say, required", code: `const { ValidationError } = require('objection');\n${guarded('err instanceof ValidationError')}` },
    { name: 'what an error was made from, which is known itself', code: APP_ERROR + caught(`if (err.originalError instanceof AppError) return res.status(400).json({ error: err.originalError.message });\n    ${otherwise}`) },
    { name: "zod's error class", code: `import { ZodError } from 'zod';\n${guarded('err instanceof ZodError')}` },
    { name: "zod's error class under its namespace", code: `import { z } from 'zod';\n${guarded('err instanceof z.ZodError')}` },
    { name: "zod's list of issues", code: `import { ZodError } from 'zod';\n${caught(`if (err instanceof ZodError) return res.status(400).json({ errors: err.errors });\n    ${otherwise}`)}` },
    { name: "Joi's guard", code: `import Joi from 'joi';\n${guarded('Joi.isError(err)')}` },
    { name: "Joi's flag", code: guarded('err.isJoi') },
    { name: "celebrate's guard", code: `import { isCelebrateError } from 'celebrate';\n${guarded('isCelebrateError(err)')}` },
    { name: "http-errors' guard", code: `import { isHttpError } from 'http-errors';\n${guarded('isHttpError(err)')}` },
    { name: "the guard of an error's own class", code: APP_ERROR + guarded('AppError.is(err)') },
    { name: 'the guard of a class that cannot be seen', code: `import { AppError } from './errors';\n${guarded('AppError.is(err)')}` },
    { name: 'a text that is overwritten for all but some kinds of errors', code: overwritten('err.type || err.name', "default:\n        body.message = 'Something went wrong';") },
    { name: 'a text that is overwritten for all but errors of a class', code: APP_ERROR + caught("const body = { message: err.message };\n    if (!(err instanceof AppError)) body.message = 'Something went wrong';\n    res.status(500).json(body);") },
    { name: "the app's own error middleware: known errors answer for themselves, the rest only outside production", code: answerErrors("return res.status(500).json({ error: { message: process.env.NODE_ENV === 'production' ? 'Something went wrong' : err.message } });") },
  ],
  invalid: [
    leak('what a client asks for', 'errorMessage', caught(`if (req.body.debug) return res.status(400).json({ error: «err.message» });\n    ${otherwise}`)),
    leak('what an error was made from, by TypeORM', 'errorMessage', `import { QueryFailedError } from 'typeorm';\n${caught(`if (err instanceof QueryFailedError) return res.status(409).json({ error: «err.driverError.message» });\n    ${otherwise}`)}`),
    leak("what an error of the app's own was made from", 'errorMessage', APP_ERROR + caught(`if (err instanceof AppError) return res.status(409).json({ error: «err.original.message» });\n    ${otherwise}`)),
    leak('what an error was made from, as a whole', 'rawErrorObject', caught(`if (err.isBoom) return res.status(409).json({ error: «err.nativeError» });\n    ${otherwise}`)),
    leak('an instance of Error', 'errorMessage', unguarded('err instanceof Error')),
    leak('an instance of another class of the language', 'errorMessage', unguarded('err instanceof TypeError')),
    leak("an instance of Prisma's error class", 'errorMessage', `import { Prisma } from '@prisma/client';\n${unguarded('err instanceof Prisma.PrismaClientKnownRequestError')}`),
    leak("an instance of TypeORM's error class", 'errorMessage', `import { QueryFailedError } from 'typeorm';\n${unguarded('err instanceof QueryFailedError')}`),
    leak("an instance of MongoDB's error class", 'errorMessage', `import { MongoServerError } from 'mongodb';\n${unguarded('err instanceof MongoServerError')}`),
    leak("an instance of Sequelize's error class", 'errorMessage', `import { DatabaseError } from 'sequelize';\n${unguarded('err instanceof DatabaseError')}`),
    leak("an instance of a class that is made from a driver's", 'errorMessage', `import { DatabaseError } from 'sequelize';\nclass StoreError extends DatabaseError {}\n${unguarded('err instanceof StoreError')}`),
    leak("an instance of a class under a driver's namespace", 'errorMessage', `import { Prisma } from './generated/client';\n${unguarded('err instanceof Prisma.PrismaClientKnownRequestError')}`),
    leak("an instance of pg's error class", 'errorMessage', `import pg from 'pg';\n${unguarded('err instanceof pg.DatabaseError')}`),
    leak("the guard of Prisma's error class", 'errorMessage', `import { Prisma } from '@prisma/client';\n${unguarded('Prisma.PrismaClientKnownRequestError.is(err)')}`),
    leak('the guard of something that is no error', 'errorMessage', unguarded('Result.is(err)')),
    leak('a guard of a value', 'errorMessage', unguarded('is(err, Object)')),
    leak("an instance of the app's own class or of Error", 'errorMessage', APP_ERROR + unguarded('err instanceof AppError || err instanceof Error')),
    leak('another value that is an instance of the class', 'errorMessage', APP_ERROR + unguarded('req.body instanceof AppError')),
    leak('the other way of the ternary', 'errorMessage', APP_ERROR + caught("res.status(500).json({ error: err instanceof AppError ? 'Something went wrong' : «err.message» });")),
    leak('what follows a guarded branch that goes on', 'errorMessage', APP_ERROR + caught('if (err instanceof AppError) logger.warn(err);\n    res.status(500).json({ error: «err.message» });')),
    leak('what follows a guarded branch that has answered', 'errorMessage', APP_ERROR + caught('if (err instanceof AppError) return res.status(err.status).json({ error: err.message });\n    res.status(500).json({ error: «err.message» });')),
    leak('an else', 'errorMessage', APP_ERROR + caught('if (err instanceof AppError) {\n      res.status(400).json({ error: err.message });\n    } else {\n      res.status(500).json({ error: «err.message» });\n    }')),
    leak('a local that is replaced in the guarded branch', 'errorMessage', APP_ERROR + caught("let message = err.message;\n    if (err instanceof AppError) message = 'Something went wrong';\n    res.status(500).json({ error: «message» });")),
    leak('any other name', 'errorMessage', unguarded("err.name !== 'OrderClosed'")),
    leak('the default of a switch over the name', 'errorMessage', caught("switch (err.name) {\n      case 'OrderClosed':\n        return res.status(409).json({ error: 'Closed' });\n      default:\n        return res.status(500).json({ error: «err.message» });\n    }")),
    leak('any other code', 'errorMessage', unguarded("err.code !== 'ORDER_CLOSED'")),
    leak('the name of something else', 'errorMessage', unguarded("req.body.name === 'OrderClosed'")),
    leak('not isOperational', 'errorMessage', unguarded('!err.isOperational')),
    leak('not expose', 'errorMessage', caught("res.status(500).json({ error: err.expose ? 'Something went wrong' : «err.message» });")),
    leak('a 5xx status by equality', 'errorMessage', unguarded('err.status === 500')),
    leak('a 5xx status by its lower limit', 'errorMessage', unguarded('err.status >= 500')),
    leak('a lower limit of the status alone', 'errorMessage', unguarded('err.status >= 400')),
    leak('a 5xx status in a local', 'errorMessage', caught("const status = err.status || 500;\n    res.status(status).json({ error: status >= 500 ? «err.message» : 'Something went wrong' });")),
    leak('a status that is not of the error', 'errorMessage', caught("const { status } = req.query;\n    res.status(500).json({ error: status < 500 ? «err.message» : 'Something went wrong' });")),
    leak('a test in a local, the wrong way round', 'errorMessage', APP_ERROR + caught("const known = err instanceof AppError;\n    res.status(500).json({ error: known ? 'Something went wrong' : «err.message» });")),
    leak('a denied test in a local, the wrong way round', 'errorMessage', APP_ERROR + caught("const hidden = !(err instanceof AppError);\n    res.status(500).json({ error: hidden ? «err.message» : 'Something went wrong' });")),
    leak('an upper limit of the status above 5xx', 'errorMessage', unguarded('err.status < 600')),
    leak('a test of something else in a local', 'errorMessage', APP_ERROR + caught("const known = req.body instanceof AppError;\n    res.status(500).json({ error: known ? «err.message» : 'Something went wrong' });")),
    leak('a code that the error lacks', 'errorMessage', unguarded('err.code === undefined')),
    leak('a code that is null', 'errorMessage', unguarded('err.code == null')),
    leak('an error of the same name that was ruled out before', 'errorMessage', CHECK + express("const { lines, err } = check(req.query);\n  if (err != null) return res.sendStatus(400);\n  try {\n    res.json(await loadOrders(lines));\n  } catch (err) {\n    res.status(500).json({ error: «err.message» });\n  }")),
    leak('an error of the same name whose code is known', 'errorMessage', express("const err = lastFailure();\n  if (err.code !== 'ORDER_CLOSED') return res.sendStatus(204);\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    res.status(500).json({ error: «err.message» });\n  }")),
    leak('a text that is overwritten for one kind of errors', 'errorMessage', overwritten('err.type || err.name', "case 'hidden':\n        body.message = 'Something went wrong';", '«body»')),
    leak('a text that is overwritten for all but some kinds of requests', 'errorMessage', overwritten('req.query.kind', "default:\n        body.message = 'Something went wrong';", '«body»')),
    leak('another text that is overwritten', 'errorMessage', overwritten('err.type || err.name', "default:\n        body.title = 'Something went wrong';", '«body»')),
    leak('a text that is overwritten for errors of a class', 'errorMessage', APP_ERROR + caught("const body = { message: err.message };\n    if (err instanceof AppError) body.message = 'Something went wrong';\n    res.status(500).json(«body»);")),
    leak('whether there is a message', 'errorMessage', unguarded('err.message')),
    leak('whether it is an error at all', 'errorMessage', unguarded('isError(err)')),
    leak('the class of the language by a helper of Node', 'errorMessage', `import util from 'node:util';\n${unguarded('util.types.isNativeError(err)')}`),
    {
      name: "the app's own error middleware, with the text for every environment",
      code: answerErrors('return res.status(500).json({ error: { message: err.message } });'),
      errors: [{ messageId: 'errorMessage', line: 17, suggestions: [{ messageId: 'passToNext', output: answerErrors('return next(err);') }] }],
    },
  ],
});

const development = (test: string) => caught(`if (${test}) return res.status(500).json({ error: err.message });\n    ${otherwise}`);
const onlyIn = (test: string, text: string) => `import express from 'express';\nconst app = express();\nif (${test}) {\n  app.use((err, req, res, _) => {\n    res.status(500);\n    return void res.json({ error: ${text} });\n  });\n}\n`;
const production = (test: string) => caught(`if (${test}) return res.status(500).json({ error: «err.message» });\n    ${otherwise}`);

tester.run('no-raw-error-response: outside production', rule('no-raw-error-response'), {
  valid: [
    { name: 'a ternary on not production', code: caught("res.status(500).json({ error: process.env.NODE_ENV !== 'production' ? err.message : 'Something went wrong' });") },
    { name: 'a ternary on production', code: caught("res.status(500).json({ error: process.env.NODE_ENV === 'production' ? 'Something went wrong' : err.message });") },
    { name: 'an if on not production', code: development("process.env.NODE_ENV !== 'production'") },
    { name: 'an if on development', code: development("process.env.NODE_ENV === 'development'") },
    { name: 'after production has been answered', code: caught(`if (process.env.NODE_ENV === 'production') return ${otherwise}\n    res.status(500).json({ error: err.message, trace: err.stack });`) },
    { name: "Express's env", code: development("app.get('env') === 'development'") },
    { name: "Express's env through the request", code: development("req.app.get('env') === 'development'") },
    { name: 'a stack that is spread in', code: caught("res.status(500).json({ error: 'Something went wrong', ...(process.env.NODE_ENV === 'development' && { trace: err.stack }) });") },
    { name: 'a flag', code: caught("const isDev = process.env.NODE_ENV !== 'production';\n    res.status(500).json({ error: isDev ? err.message : 'Something went wrong' });") },
    { name: 'a flag by its value, whatever its name', code: caught("const verbose = process.env.NODE_ENV !== 'production';\n    res.status(500).json({ error: verbose ? err.message : 'Something went wrong' });") },
    { name: 'a flag of the configuration', code: caught("res.status(500).json({ error: config.dev ? err.message : 'Something went wrong' });") },
    { name: 'a flag for production', code: caught("res.status(500).json({ error: config.isProduction ? 'Something went wrong' : err.message });") },
    { name: 'a body that is filled outside production', code: caught("const body = { error: 'Something went wrong' };\n    if (process.env.NODE_ENV !== 'production') body.trace = err.stack;\n    res.status(500).json(body);") },
    { name: 'error middleware that is only registered in development', code: onlyIn("app.get('env') === 'development'", 'err.message') },
  ],
  invalid: [
    leak('error middleware that is only registered in production', 'errorMessage', onlyIn("app.get('env') === 'production'", '«err.message»')),
    leak('a ternary the wrong way round', 'errorMessage', caught("res.status(500).json({ error: process.env.NODE_ENV === 'production' ? «err.message» : 'Something went wrong' });")),
    leak('a ternary on not development', 'errorMessage', caught("res.status(500).json({ error: process.env.NODE_ENV !== 'development' ? «err.message» : 'Something went wrong' });")),
    leak('an if on production', 'errorMessage', production("process.env.NODE_ENV === 'production'")),
    leak('an if on another setting', 'errorMessage', production("process.env.LOG_FORMAT === 'long'")),
    leak("Express's env, the wrong way round", 'errorMessage', production("app.get('env') !== 'development'")),
    leak('a stack that is spread in with no test', 'errorStack', caught("res.status(500).json({ error: 'Something went wrong', ...{ trace: «err.stack» } });")),
    leak('what stands beside the guarded part', 'errorMessage', caught("res.status(500).json({ error: «err.message», trace: process.env.NODE_ENV === 'production' ? undefined : err.stack });")),
    leak('a flag the wrong way round', 'errorMessage', caught("const isDev = process.env.NODE_ENV !== 'production';\n    res.status(500).json({ error: isDev ? 'Something went wrong' : «err.message» });")),
    leak('a flag with another value', 'errorMessage', caught("const verbose = process.env.LOG_FORMAT !== 'short';\n    res.status(500).json({ error: verbose ? «err.message» : 'Something went wrong' });")),
    leak('another flag', 'errorMessage', caught("res.status(500).json({ error: config.verbose ? «err.message» : 'Something went wrong' });")),
    leak('a flag that only sounds like production', 'errorMessage', caught("res.status(500).json({ error: config.products ? 'Something went wrong' : «err.message» });")),
  ],
});

tester.run('no-raw-error-response: texts of the code itself', rule('no-raw-error-response'), {
  valid: [
    { name: 'an error that the try throws with a fixed text', code: express("try {\n    if (!req.body.id) throw new Error('An order needs an id');\n  } catch (err) {\n    return res.status(400).json({ error: err.message });\n  }\n  res.sendStatus(204);") },
    { name: 'errors that a called function throws with fixed texts', code: `function check(order) {\n  if (!order.id) throw new Error('An order needs an id');\n  if (order.lines === undefined) throw new RangeError('An order needs lines');\n}\n${express('try {\n    check(req.body);\n  } catch (err) {\n    return res.status(400).json({ error: err.message });\n  }\n  res.sendStatus(204);')}` },
  ],
  invalid: [
    leak('an error that the try throws with the text of another', 'errorMessage', express("try {\n    if (!req.body.id) throw new Error(await explain(req.body));\n  } catch (err) {\n    return res.status(400).json({ error: «err.message» });\n  }\n  res.sendStatus(204);")),
    leak('a try that also calls something unknown', 'errorMessage', express("try {\n    if (!req.body.id) throw new Error('An order needs an id');\n    await save(req.body);\n  } catch (err) {\n    return res.status(400).json({ error: «err.message» });\n  }\n  res.sendStatus(204);")),
    leak('a called function that also calls something unknown', 'errorMessage', `async function check(order) {\n  if (!order.id) throw new Error('An order needs an id');\n  await save(order);\n}\n${express('try {\n    await check(req.body);\n  } catch (err) {\n    return res.status(400).json({ error: «err.message» });\n  }\n  res.sendStatus(204);')}`),
  ],
});
