import { all, defineLibrary } from '../vocabulary.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options', 'all'] as const;
const middleware = { method: 'use', handlers: 0, shape: 'middleware' } as const;

export const hono = defineLibrary({
  name: 'Hono',
  kind: 'framework',
  packages: ['hono', 'hono/*', '@hono/zod-openapi'],
  versions: '3 and 4',
  chain: 'order',
  limiter: '`rateLimiter({ windowMs, limit, keyGenerator })` of hono-rate-limiter',
  // Of @hono/zod-openapi.
  reexports: { z: 'zod' },
  exports: {
    ...all(['Hono', 'OpenAPIHono'], { constructs: 'App', hangs: { of: 'typeArgument', below: ['Bindings'], on: 'Environment' } }),
    Context: { type: 'Context' },
    Next: { type: 'Next' },
    HonoRequest: { type: 'Request' },
    ...all(['Handler', 'MiddlewareHandler'], { type: 'Handler' }),
    HTTPException: { httpError: { body: [[1, 'message']], status: [0] } },
    createMiddleware: { passes: [[0]], route: middleware },
    // Of @hono/zod-openapi.
    createRoute: { passes: [[0]] },
    createFactory: { returns: 'Factory' },
    validator: { callbacks: [{ at: 1, params: ['unknown', 'Context'], runs: 'later' }] },
    getCookie: { request: 'cookies' },
    getSignedCookie: { request: 'cookies', secret: { of: 'cookies', at: [[1]] } },
    setSignedCookie: { harmless: 'sets a part of the answer', secret: { of: 'cookies', at: [[3]] } },
    ...all(['stream', 'streamText', 'streamSSE'], { callbacks: [{ at: 1, runs: 'later' }] }),
  },
  types: {
    App: {
      serves: true,
      members: {
        ...Object.fromEntries(verbs.map((verb) => [verb, { returns: 'this', route: { method: verb, path: [0] as const, handlers: 0 } }])),
        on: { returns: 'this', route: { method: [0], path: [1], handlers: 2 } },
        use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0, shape: 'middleware' } },
        route: { returns: 'this', route: { method: 'use', path: [0], handlers: 1, shape: 'middleware' } },
        openapi: { returns: 'this', route: { method: [0, 'method'], path: [0, 'path'], handlers: 1, schema: [[0, 'request']] } },
        onError: { returns: 'this', route: { method: '*', handlers: 0, shape: 'errorHandler' } },
        notFound: { returns: 'this', route: { method: '*', handlers: 0 } },
        basePath: { returns: 'this', prefix: [0] },
        ...all(['fetch', 'request', 'mount'], { harmless: 'hands a request to the app' }),
      },
    },
    Factory: { members: { createMiddleware: { passes: [[0]], route: middleware }, createHandlers: { route: { method: '*', handlers: 0 } }, createApp: { returns: 'App' } } },
    Context: {
      members: {
        req: { type: 'Request' },
        json: { respond: { body: [[0]], status: [1], how: 'json' } },
        ...all(['text', 'html', 'body', 'newResponse'], { respond: { body: [[0]], status: [1], how: 'text' } }),
        render: { respond: { body: [[0], [1]], how: 'render' } },
        redirect: { respond: { body: [[0]], status: [1], how: 'redirect' } },
        notFound: { respond: { body: [], how: 'text' } },
        status: { harmless: 'sets a part of the answer', setsStatus: [0] },
        ...all(['header', 'setRenderer'], { harmless: 'sets a part of the answer' }),
        error: { type: 'error' },
        set: { harmless: 'sets a value of the request', hangs: { name: [0], value: [1], on: 'Context' } },
        get: { returns: 'unknown', hung: [0] },
        var: { type: 'Variables' },
        env: { type: 'Environment' },
        executionCtx: { type: 'unknown' },
      },
    },
    Request: {
      members: {
        ...all(['json', 'text', 'parseBody', 'formData', 'arrayBuffer', 'blob'], { request: 'body' }),
        ...all(['query', 'queries', 'url'], { request: 'query' }),
        ...all(['param', 'path'], { request: 'params' }),
        header: { request: 'headers' },
        valid: { request: 'whole', requestOf: { json: 'body', form: 'body', query: 'query', param: 'params', header: 'headers', cookie: 'cookies' } },
      },
    },
    Variables: { shows: 'Context' },
    /** What the platform gives the app: databases and secrets, as the type of the app says. */
    Environment: {},
    Next: {},
    Handler: { handler: 'route' },
  },
  handlers: {
    route: { params: ['Context', 'Next'], layer: 'controller' },
    middleware: { params: ['Context', 'Next'], layer: 'middleware' },
    errorHandler: { params: ['error', 'Context'], layer: 'errorHandler' },
  },
  handlerNames: [{ shape: 'route', params: [['c', '_c']], uses: ['req', 'json'] }],
  safeErrors: ['HTTPException'],
});
