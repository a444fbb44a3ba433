import { type Library, all, defineLibrary } from '../vocabulary.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all'] as const;

const types: Library['types'] = {
  Koa: {
    construct: { returns: 'Application' },
    members: { ...all(['Context', 'ParameterizedContext', 'ExtendableContext'], { type: 'Context' }), Next: { type: 'Next' }, Middleware: { type: 'Middleware' } },
  },
  RouterClass: {
    construct: { returns: 'Router', prefix: [0, 'prefix'] },
    call: { returns: 'Router', prefix: [0, 'prefix'] },
    members: { ...all(['RouterContext', 'IRouterContext'], { type: 'Context' }), Middleware: { type: 'Middleware' } },
  },
  Application: {
    serves: true,
    members: {
      use: { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } },
      on: { returns: 'this', callbacks: [{ at: 1, params: ['error', 'Context'], runs: 'later' }] },
      context: { type: 'Context' },
      keys: { holdsSecret: 'cookies' },
      ...all(['listen', 'callback'], { harmless: 'starts the server' }),
    },
  },
  Router: {
    members: {
      ...Object.fromEntries(verbs.map((verb) => [verb, { returns: 'this', route: { method: verb === 'del' ? 'delete' : verb, path: [0], handlers: 1 } }])),
      register: { returns: 'this', route: { method: [1], path: [0], handlers: 2 } },
      use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0, shape: 'middleware' } },
      param: { returns: 'this', route: { method: '*', handlers: 1, shape: 'param' } },
      prefix: { returns: 'this', prefix: [0] },
      ...all(['routes', 'middleware'], { returns: 'this' }),
      allowedMethods: { harmless: 'a middleware' },
    },
  },
  Context: {
    members: {
      body: { assigns: 'json' },
      status: { setsStatus: [0] },
      request: { type: 'Request' },
      response: { type: 'Response' },
      res: { type: 'NodeResponse' },
      ...all(['query', 'querystring', 'search', 'url', 'originalUrl'], { request: 'query' }),
      params: { request: 'params' },
      ...all(['headers', 'header', 'get', 'host', 'hostname'], { request: 'headers' }),
      cookies: { type: 'Cookies' },
      ...all(['file', 'files'], { request: 'files' }),
      throw: { httpError: { body: [[0], [1]], status: [0] } },
      assert: { harmless: 'throws an error that the framework shapes' },
      redirect: { respond: { body: [[0]], how: 'redirect' } },
      render: { respond: { body: [[1]], how: 'render' } },
      ...all(['set', 'append', 'remove', 'attachment'], { harmless: 'a header' }),
      state: { type: 'State' },
      app: { type: 'Application' },
      flash: { respond: { body: [[1]], how: 'flash' } },
    },
  },
  Request: {
    members: {
      ...all(['body', 'rawBody'], { request: 'body' }),
      ...all(['query', 'querystring', 'search', 'url', 'originalUrl'], { request: 'query' }),
      params: { request: 'params' },
      ...all(['headers', 'header', 'get', 'host', 'hostname'], { request: 'headers' }),
      ...all(['file', 'files'], { request: 'files' }),
      ctx: { type: 'Context' },
    },
  },
  Response: { members: { body: { assigns: 'json' }, status: { setsStatus: [0] }, redirect: { respond: { body: [[0]], how: 'redirect' } }, ctx: { type: 'Context' } } },
  NodeResponse: { members: { ...all(['end', 'write'], { respond: { body: [[0]], how: 'text' } }) } },
  Cookies: { members: { get: { request: 'cookies' }, set: { returns: 'this' } } },
  State: {},
  Next: {},
  Middleware: { handler: 'route' },
};
const handlers: Library['handlers'] = {
  route: { params: ['Context', 'Next'], layer: 'controller' },
  middleware: { params: ['Context', 'Next'], layer: 'middleware' },
  param: { params: ['unknown', 'Context', 'Next'], layer: 'middleware' },
};

export const koa = defineLibrary({
  name: 'Koa',
  kind: 'framework',
  packages: ['koa'],
  versions: '2 and 3',
  chain: 'order',
  limiter: '`ratelimit({ … })` of koa-ratelimit',
  exports: { default: { type: 'Koa' } },
  types,
  handlers,
  handlerNames: [{ shape: 'route', params: [['ctx', '_ctx']], uses: ['body', 'throw', 'request', 'query', 'params', 'redirect', 'render', 'status'] }],
});

export const koaRouter = defineLibrary({
  name: '@koa/router',
  kind: 'framework',
  partOf: 'Koa',
  packages: ['@koa/router', 'koa-router', 'koa-joi-router'],
  versions: '7 to 15',
  chain: 'order',
  limiter: '`ratelimit({ … })` of koa-ratelimit',
  exports: { default: { type: 'RouterClass' }, Router: { type: 'RouterClass' }, RouterContext: { type: 'Context' } },
  types,
  handlers,
});
