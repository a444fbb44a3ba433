import { namedErrors } from '../other/httpErrors.js';
import { type Library, all, defineLibrary } from '../vocabulary.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'trace'] as const;
const hooks = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend', 'onResponse'] as const;
const plugin = { at: 0, params: ['Instance', 'unknown', 'Done'], runs: 'now' } as const;

/** `@fastify/sensible` writes the names of `http-errors` so. */
const lowered = (name: string) => (name === 'ImATeapot' ? 'imateapot' : name.replace(/^(?:URI|HTTP|[A-Z])/, (first) => first.toLowerCase()));

const types: Library['types'] = {
  Instance: {
    serves: true,
    members: {
      ...Object.fromEntries(verbs.map((verb) => [verb, {
        returns: 'this',
        route: { method: verb, path: [0], handlers: 1, handlerSlots: [[1, 'handler']], middlewareSlots: hooks.map((hook) => [1, hook] as const), schema: [[1, 'schema']], answers: [[1, 'schema', 'response']], limitSlots: [[1, 'config', 'rateLimit']] },
      }])),
      route: { returns: 'this', route: { method: [0, 'method'], path: [0, 'url'], handlerSlots: [[0, 'handler']], middlewareSlots: hooks.map((hook) => [0, hook] as const), schema: [[0, 'schema']], answers: [[0, 'schema', 'response']], limitSlots: [[0, 'config', 'rateLimit']] } },
      addHook: { returns: 'this', route: { method: 'use', handlers: 1, shape: 'middleware' } },
      use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0, shape: 'middleware' } },
      setErrorHandler: { returns: 'this', route: { method: '*', handlers: 0, shape: 'errorHandler' } },
      setNotFoundHandler: { returns: 'this', route: { method: '*', handlers: 0, handlerSlots: [[1]], shape: 'notFound' } },
      register: { returns: 'this', callbacks: [plugin], plugs: { plugin: [0], prefix: [1, 'prefix'] } },
      ...all(['after', 'ready'], { returns: 'this', callbacks: [plugin] }),
      withTypeProvider: { returns: 'this' },
      ...Object.fromEntries([['decorate', 'Instance'], ['decorateRequest', 'Request'], ['decorateReply', 'Reply']].map(([name = '', on = '']) => [name, { returns: 'this', harmless: 'a setting', hangs: { name: [0], value: [1], on } }])),
      ...all(['addSchema', 'addContentTypeParser', 'setValidatorCompiler', 'setSerializerCompiler'], { returns: 'this', harmless: 'a setting' }),
      ...all(['listen', 'close', 'inject'], { harmless: 'starts or stops the server' }),
      httpErrors: { type: 'HttpErrors' },
      log: { type: 'Logger', of: 'pino' },
      // What the official plugins put on the server.
      pg: { type: 'Pool', of: 'pg' },
      mysql: { type: 'Pool', of: 'mysql2/promise' },
      redis: { type: 'Redis', of: 'ioredis' },
      mongo: { type: 'Mongo' },
      jwt: { type: 'Jwt', of: '@fastify/jwt' },
    },
  },
  Mongo: { members: { db: { type: 'Db', of: 'mongodb' }, client: { type: 'MongoClient', of: 'mongodb' } } },
  Request: {
    members: {
      body: { request: 'body' },
      query: { request: 'query' },
      params: { request: 'params' },
      ...all(['headers', 'hostname', 'host'], { request: 'headers' }),
      ...all(['url', 'originalUrl'], { request: 'query' }),
      cookies: { request: 'cookies' },
      user: { request: 'user' },
      ...all(['file', 'files', 'parts', 'saveRequestFiles'], { request: 'files' }),
      jwtVerify: { token: { does: 'verify', ignoresExpiry: [0, 'verify', 'ignoreExpiration'], inherits: true } },
      jwtDecode: { token: { does: 'decode' } },
      server: { type: 'Instance' },
      log: { type: 'Logger', of: 'pino' },
    },
  },
  Reply: {
    members: {
      ...all(['code', 'status'], { returns: 'this', setsStatus: [0] }),
      statusCode: { setsStatus: [0] },
      ...all(['header', 'headers', 'type', 'removeHeader', 'serializer', 'setCookie', 'clearCookie', 'cookie', 'hijack'], { returns: 'this' }),
      send: { returns: 'this', respond: { body: [[0]], how: 'json', sends: 'always' }, passesError: [0] },
      ...all(['view', 'viewAsync'], { respond: { body: [[1]], how: 'render', sends: 'always' } }),
      redirect: { returns: 'this', respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
      ...all(['sendFile', 'download'], { returns: 'this', respond: { body: [], how: 'text', sends: 'always' } }),
      ...namedErrors(lowered, () => ({ respond: { body: [[0]], how: 'error', sends: 'always' } })),
      jwtSign: { secret: { of: 'tokens', at: [[1, 'key']] }, token: { does: 'sign', payload: [0], keys: [[1, 'key']], marks: ['aud', 'iss', 'sub'].flatMap((name) => [[1, name] as const, [1, 'sign', name] as const]), expiry: [[1, 'expiresIn'], [1, 'sign', 'expiresIn']], inherits: true } },
      server: { type: 'Instance' },
      log: { type: 'Logger', of: 'pino' },
      request: { type: 'Request' },
    },
  },
  Done: { call: { passesError: [0] } },
  HttpErrors: {
    members: {
      ...namedErrors(lowered, (status) => ({ httpError: { body: [[0]], status } })),
      ...all(['createError', 'getHttpError'], { httpError: { body: [[0], [1]], status: [0] } }),
    },
  },
  Plugin: { handler: 'plugin' },
  Handler: { handler: 'route' },
  Error: {},
};
const handlers: Library['handlers'] = {
  route: { params: ['Request', 'Reply'], this: 'Instance', returnsBody: true, layer: 'controller' },
  routeObject: { params: ['Request', 'Reply'], this: 'Instance', returnsBody: true, describedBy: 'schema', layer: 'controller' },
  middleware: { params: ['Request', 'Reply', 'Done', 'Done'], this: 'Instance', layer: 'middleware' },
  // https://fastify.dev/docs/latest/Reference/Errors/
  errorHandler: { params: ['error', 'Request', 'Reply'], returnsBody: true, failsAlready: true, layer: 'errorHandler' },
  notFound: { params: ['Request', 'Reply'], returnsBody: true, failsAlready: true, layer: 'controller' },
  plugin: { params: ['Instance', 'unknown', 'Done'], layer: 'middleware' },
};

export const fastify = defineLibrary({
  name: 'Fastify',
  kind: 'framework',
  packages: ['fastify', '@fastify/sensible', '@fastify/multipart', '@fastify/view', '@fastify/type-provider-json-schema-to-ts', 'fastify-type-provider-zod'],
  versions: '3 to 5',
  chain: 'scope',
  limiter: '`config: { rateLimit: { max, timeWindow } }` with @fastify/rate-limit',
  exports: {
    ...all(['default', 'fastify'], { returns: 'Instance' }),
    FastifyInstance: { type: 'Instance' },
    FastifyRequest: { type: 'Request' },
    FastifyReply: { type: 'Reply' },
    FastifyError: { type: 'Error' },
    ...all(['FastifyBaseLogger', 'FastifyLoggerInstance'], { type: 'Logger', of: 'pino' }),
    ...all(['FastifyPluginAsync', 'FastifyPluginCallback', 'FastifyPlugin', 'FastifyPluginAsyncTypebox', 'FastifyPluginCallbackTypebox', 'FastifyPluginAsyncJsonSchemaToTs', 'FastifyPluginCallbackJsonSchemaToTs', 'FastifyPluginAsyncZod', 'FastifyPluginCallbackZod'], { type: 'Plugin' }),
    ...all(['RouteHandler', 'RouteHandlerMethod'], { type: 'Handler' }),
  },
  types,
  handlers,
  routeObjects: [{ named: 'handler', beside: ['method', 'url'], method: 'method', path: 'url', shape: 'routeObject', depending: 'fastify' }],
  handlerNames: [
    { shape: 'route', params: [['request', 'req', '_request', '_req', '_'], ['reply', 'rep', '_reply']], uses: ['send', 'code', 'status', 'body'] },
    { shape: 'plugin', params: [['fastify', 'fastifyInstance']], uses: ['get', 'post', 'put', 'patch', 'delete', 'route', 'register', 'decorate', 'addHook', 'setErrorHandler'] },
  ],
});

/** Registers every file of a folder as a plugin. */
export const fastifyAutoload = defineLibrary({
  name: '@fastify/autoload',
  kind: 'framework',
  partOf: 'Fastify',
  packages: ['@fastify/autoload', 'fastify-autoload'],
  versions: '3 to 6',
  exports: { ...all(['default', 'fastifyAutoload'], { loadsFiles: true }) },
  types: {},
});

/** `fp(plugin)` runs the plugin that it is given. */
export const fastifyPlugin = defineLibrary({
  name: 'fastify-plugin',
  kind: 'framework',
  partOf: 'Fastify',
  packages: ['fastify-plugin'],
  exports: { ...all(['default', 'fastifyPlugin'], { passes: [[0]], callbacks: [plugin] }) },
  types,
  handlers,
});
