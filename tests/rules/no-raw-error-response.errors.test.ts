/** Errors that are made for the client, with the text of another error in them. */
import { rule, tester } from '#kit';
import { leak } from './raw-error.kit.js';

const service = (imports: string, body: string) => `${imports}\nexport async function close(id: string) {\n  try {\n    await remove(id);\n  } catch (err) {\n    ${body}\n  }\n}\n`;
const nest = (imports: string, body: string) => service(`import { ${imports} } from '@nestjs/common';`, body);
const koa = (body: string) => `import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx) => {\n  try {\n    ctx.body = await loadOrders();\n  } catch (err) {\n    ${body}\n  }\n});\n`;
const boom = (body: string) => service("import Boom from '@hapi/boom';", body);
const OWN = 'class ApiError extends Error {\n  constructor(readonly statusCode: number, text: string, options?: ErrorOptions) {\n    super(text, options);\n  }\n}';

tester.run('no-raw-error-response: errors made for the client', rule('no-raw-error-response'), {
  valid: [
    { name: 'Nest: an exception with a fixed text', code: nest('HttpException', "throw new HttpException('Something went wrong', 500);") },
    { name: 'Nest: the cause stays with the server', code: nest('InternalServerErrorException', "throw new InternalServerErrorException('Something went wrong', { cause: err });") },
    { name: 'Nest: the cause of an HttpException', code: nest('HttpException', "throw new HttpException('Something went wrong', 500, { cause: err });") },
    { name: 'Koa: a status alone', code: koa('ctx.throw(500);') },
    { name: 'Boom: 5xx, whose text Boom replaces', code: boom('throw Boom.internal(err.message);') },
    { name: 'Boom: badImplementation with the error as data', code: boom("throw Boom.badImplementation('Closing failed', err);") },
    { name: 'Boom: a constructor with a 5xx status', code: boom('throw new Boom.Boom(err.message, { statusCode: 503 });') },
    { name: 'Boom: a constructor whose status is 500 by default', code: boom('throw new Boom.Boom(err.message);') },
    { name: 'Boom: boomify', code: boom('throw Boom.boomify(err, { statusCode: 400 });') },
    { name: 'h3: the cause stays with the server', code: service("import { createError } from 'h3';", "throw createError({ statusCode: 500, statusMessage: 'Something went wrong', cause: err });") },
    { name: 'tRPC: the cause stays with the server', code: service("import { TRPCError } from '@trpc/server';", "throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong', cause: err });") },
    { name: 'http-errors: a status alone', code: service("import createError from 'http-errors';", 'throw createError(500);') },
    { name: "the app's own HTTP error with a fixed text", code: service(OWN, "throw new ApiError(500, 'Something went wrong');") },
    { name: "the cause of the app's own HTTP error", code: service(OWN, "throw new ApiError(500, 'Something went wrong', { cause: err });") },
    { name: "the app's own error that no status is part of", code: service('class CloseError extends Error {}', 'throw new CloseError(err.message);') },
    { name: 'a plain Error', code: service('', 'throw new Error(`Closing failed: ${err.message}`);') },
    { name: "the app's own HTTP error that is only kept", code: service(OWN, 'const failure = new ApiError(500, err.message);\n    failures.set(id, failure);') },
    { name: "the app's own HTTP error that is only logged", code: service(OWN, 'logger.error(new ApiError(500, err.message));') },
  ],
  invalid: [
    leak('Nest: HttpException', 'errorMessage', nest('HttpException', 'throw new HttpException(«err.message», 500);')),
    leak('Nest: HttpException with an object', 'errorMessage', nest('HttpException', "throw new HttpException({ status: 500, error: «err.message» }, 500, { cause: err });")),
    leak('Nest: the error itself as the answer', 'rawErrorObject', nest('BadRequestException', 'throw new BadRequestException(«err»);')),
    leak('Nest: a named exception', 'errorMessage', nest('InternalServerErrorException', 'throw new InternalServerErrorException(«err.message»);')),
    leak('Nest: a named exception of the 4xx', 'errorMessage', nest('NotFoundException', 'throw new NotFoundException(`No such order: ${«err.message»}`);')),
    leak('Nest: the description of an exception', 'errorMessage', nest('ConflictException', "throw new ConflictException('Conflict', { description: «err.message» });")),
    leak('Nest: an exception in a rejection handler', 'errorMessage', "import { BadRequestException, Injectable } from '@nestjs/common';\n@Injectable()\nexport class OrdersService {\n  close(id: string) {\n    return remove(id).catch((err) => {\n      throw new BadRequestException(«err.message»);\n    });\n  }\n}\n"),
    leak('Koa: throw', 'errorMessage', koa('ctx.throw(500, «err.message»);')),
    leak('Koa: throw with status 400', 'errorMessage', koa('ctx.throw(400, `Bad order: ${«err.message»}`);')),
    leak('Boom: badRequest', 'errorMessage', boom('throw Boom.badRequest(«err.message»);')),
    leak('Boom: a constructor with a 4xx status', 'errorMessage', boom('throw new Boom.Boom(«err.message», { statusCode: 422 });')),
    leak('Hono: HTTPException', 'errorMessage', service("import { HTTPException } from 'hono/http-exception';", 'throw new HTTPException(500, { message: «err.message» });')),
    leak('Fastify: httpErrors', 'errorMessage', "import type { FastifyInstance } from 'fastify';\nexport default async function orders(fastify: FastifyInstance) {\n  fastify.get('/orders', async () => {\n    try {\n      return await loadOrders();\n    } catch (err) {\n      throw fastify.httpErrors.badRequest(«err.message»);\n    }\n  });\n}\n"),
    leak('Fastify: an error of the reply', 'errorMessage', "import type { FastifyReply, FastifyRequest } from 'fastify';\nexport async function list(request: FastifyRequest, reply: FastifyReply) {\n  try {\n    return await loadOrders();\n  } catch (err) {\n    return reply.internalServerError(«err.message»);\n  }\n}\n"),
    leak('h3: createError', 'errorMessage', service("import { createError } from 'h3';", 'throw createError({ statusCode: 500, statusMessage: «err.message» });')),
    leak('h3: the data of createError', 'rawErrorObject', service("import { createError } from 'h3';", "throw createError({ statusCode: 500, statusMessage: 'Something went wrong', data: «err» });")),
    leak('routing-controllers: HttpError', 'errorMessage', service("import { HttpError } from 'routing-controllers';", 'throw new HttpError(500, «err.message»);')),
    leak('routing-controllers: a named error', 'errorMessage', service("import { BadRequestError } from 'routing-controllers';", 'throw new BadRequestError(«err.message»);')),
    leak('tRPC: TRPCError', 'errorMessage', service("import { TRPCError } from '@trpc/server';", "throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: «err.message», cause: err });")),
    leak('http-errors: createError handed to next', 'errorMessage', "import express from 'express';\nimport createError from 'http-errors';\nconst app = express();\napp.get('/orders', async (req, res, next) => {\n  try {\n    res.json(await loadOrders());\n  } catch (e) {\n    next(createError(500, «e.message»));\n  }\n});\n"),
    leak('http-errors: a named error', 'errorMessage', service("import createError from 'http-errors';", 'throw new createError.BadRequest(«err.message»);')),
    leak('http-errors: CommonJS', 'errorMessage', service("const createError = require('http-errors');", 'throw createError(400, «err.message»);')),
    leak("the app's own HTTP error", 'errorMessage', service(OWN, 'throw new ApiError(500, «err.message»);')),
    leak("the app's own HTTP error in a local that is thrown", 'errorMessage', service(OWN, 'const failure = new ApiError(500, «err.message»);\n    throw failure;')),
    leak("the app's own HTTP error in a local that is handed to next", 'errorMessage', `import express from 'express';\n${OWN}\nconst app = express();\napp.get('/orders', async (req, res, next) => {\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    const failure = new ApiError(500, «err.message»);\n    return next(failure);\n  }\n});\n`),
    leak("the app's own HTTP error handed to next", 'errorMessage', `import express from 'express';\n${OWN}\nconst app = express();\napp.get('/orders', async (req, res, next) => {\n  try {\n    res.json(await loadOrders());\n  } catch (err) {\n    next(new ApiError(500, «err.message»));\n  }\n});\n`),
    leak("the app's own HTTP error, two classes up", 'errorMessage', service(`${OWN}\nclass NotFound extends ApiError {\n  constructor(text: string) {\n    super(404, text);\n  }\n}`, 'throw new NotFound(«err.message»);')),
    leak("the app's own HTTP error with its status in a field", 'errorMessage', service('class Unavailable extends Error {\n  status = 503;\n}', 'throw new Unavailable(«err.message»);')),
    leak("the app's own class on top of Nest's", 'errorMessage', service("import { HttpException } from '@nestjs/common';\nclass Failed extends HttpException {\n  constructor(text: string) {\n    super(text, 500);\n  }\n}", 'throw new Failed(«err.message»);')),
    leak("a function that makes the app's own HTTP error", 'errorMessage', service(`${OWN}\nconst failed = (text: string) => new ApiError(500, text);`, 'throw failed(«err.message»);')),
  ],
});
