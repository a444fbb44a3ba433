import { all, defineLibrary } from '../vocabulary.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'] as const;

export const express = defineLibrary({
  name: 'Express',
  kind: 'framework',
  packages: ['express', 'express-promise-router', 'express-serve-static-core', 'polka'],
  versions: '4 and 5',
  // https://expressjs.com/en/guide/error-handling.html
  leavesRejections: { package: 'express', upTo: 4, unless: ['express-async-errors', 'express-async-patch', 'express-promise-router', 'express-async-router', 'express-yields', '@awaitjs/express', '@root/async-router'] },
  chain: 'order',
  limiter: '`rateLimit({ windowMs, limit })` of express-rate-limit',
  // With the parser that version 4 has by default, and `query parser: extended` in 5.
  nestedQuery: true,
  exports: {
    default: { type: 'Express', returns: 'Application' },
    Router: { returns: 'Router', constructs: 'Router' },
    Application: { type: 'Application' },
    Express: { type: 'Application' },
    Request: { type: 'Request' },
    Response: { type: 'Response' },
    NextFunction: { type: 'Next' },
    ...all(['RequestHandler', 'Handler'], { type: 'Handler' }),
    ErrorRequestHandler: { type: 'ErrorHandler' },
  },
  types: {
    Express: {
      call: { returns: 'Application' },
      members: { Router: { returns: 'Router', constructs: 'Router' }, Request: { type: 'Request' }, Response: { type: 'Response' }, NextFunction: { type: 'Next' }, Application: { type: 'Application' }, RequestHandler: { type: 'Handler' }, ErrorRequestHandler: { type: 'ErrorHandler' }, ...all(['json', 'urlencoded', 'static', 'raw', 'text'], { harmless: 'a middleware' }) },
    },
    Router: {
      members: {
        ...Object.fromEntries(verbs.map((verb) => [verb, { returns: 'this', route: { method: verb, path: [0] as const, handlers: 1 } }])),
        del: { returns: 'this', route: { method: 'delete', path: [0], handlers: 1 } },
        use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0, shape: 'middleware' } },
        param: { returns: 'this', route: { method: '*', handlers: 1, shape: 'param' } },
        route: { returns: 'Route', prefix: [0] },
      },
    },
    Application: {
      extends: 'Router',
      serves: true,
      members: { locals: { type: 'AppLocals' }, get: { returns: 'this', route: { method: 'get', path: [0], handlers: 1 }, hung: [0] }, listen: { harmless: 'starts the server' }, set: { harmless: 'a setting', hangs: { name: [0], value: [1], on: 'Application' } } },
    },
    Route: {
      members: Object.fromEntries(verbs.map((verb) => [verb, { returns: 'this', route: { method: verb, handlers: 0 } }])),
    },
    Request: {
      members: {
        body: { request: 'body' },
        query: { request: 'query' },
        params: { request: 'params' },
        ...all(['headers', 'rawHeaders'], { request: 'headers' }),
        ...all(['header', 'get'], { request: 'headers' }),
        param: { request: 'params' },
        ...all(['cookies', 'signedCookies'], { request: 'cookies' }),
        ...all(['file', 'files'], { request: 'files' }),
        user: { request: 'user' },
        res: { type: 'Response' },
        app: { type: 'Application' },
        flash: { respond: { body: [[1]], how: 'flash' } },
      },
    },
    Response: {
      members: {
        status: { returns: 'this', setsStatus: [0] },
        statusCode: { setsStatus: [0] },
        writeHead: { returns: 'this', setsStatus: [0] },
        ...all(['type', 'contentType', 'set', 'header', 'cookie', 'clearCookie', 'vary', 'append', 'location', 'links', 'attachment'], { returns: 'this' }),
        ...all(['json', 'jsonp'], { returns: 'this', respond: { body: [[0]], how: 'json', sends: 'always' } }),
        send: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'always' } },
        end: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { returns: 'this', respond: { body: [[0]], how: 'event' } },
        sendStatus: { returns: 'this', respond: { body: [], status: [0], how: 'text', sends: 'always' } },
        render: { respond: { body: [[1]], how: 'render', sends: 'always' } },
        redirect: { respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
        ...all(['sendFile', 'download', 'sendfile'], { respond: { body: [], how: 'text', sends: 'always' } }),
        locals: { type: 'Locals' },
        req: { type: 'Request' },
        app: { type: 'Application' },
      },
    },
    Locals: {},
    AppLocals: {},
    Next: { call: { passesError: [0], passesOn: true } },
    Handler: { handler: 'route' },
    ErrorHandler: { handler: 'route' },
  },
  handlers: {
    route: { params: ['Request', 'Response', 'Next'], errorParams: ['error', 'Request', 'Response', 'Next'], layer: 'controller' },
    middleware: { params: ['Request', 'Response', 'Next'], errorParams: ['error', 'Request', 'Response', 'Next'], layer: 'middleware' },
    param: { params: ['Request', 'Response', 'Next', 'unknown'], layer: 'middleware' },
  },
  handlerNames: [
    { shape: 'route', params: [['req', 'request', '_req', '_request', '_'], ['res', 'response', 'resp', '_res']], uses: ['status', 'json', 'send', 'render', 'redirect', 'end', 'sendStatus', 'sendFile', 'download', 'body', 'params', 'query', 'headers', 'cookie', 'locals', 'set', 'write'] },
  ],
});
