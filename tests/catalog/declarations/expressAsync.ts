import { expressAsync } from '../../../src/catalog/frameworks/expressAsync.js';
import type { Declarations } from '../declared.js';
import express from './express.js';

export default {
  library: expressAsync,
  modules: ['express-async-handler'],
  types: express.types,
  onlyIn: { 'Express.Request': 'a type of the namespace', 'Express.Response': 'a type of the namespace', 'Express.NextFunction': 'a type of the namespace', 'Express.Application': 'a type of the namespace', 'Express.RequestHandler': 'a type of the namespace', 'Express.ErrorRequestHandler': 'a type of the namespace', 'Router.del': 'express 3', 'Request.param': 'express 4', 'Request.flash': 'connect-flash', 'Response.sendfile': 'express 4' },
} satisfies Declarations;
