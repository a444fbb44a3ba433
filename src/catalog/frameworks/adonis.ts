import { type Member, all, defineLibrary } from '../vocabulary.js';

const verbs = { get: 'get', post: 'post', put: 'put', patch: 'patch', delete: 'delete', any: '*' };
const answers = [
  'ok', 'created', 'accepted', 'nonAuthoritativeInformation', 'badRequest', 'unauthorized', 'paymentRequired', 'forbidden', 'notFound', 'methodNotAllowed', 'notAcceptable',
  'requestTimeout', 'conflict', 'gone', 'lengthRequired', 'preconditionFailed', 'unsupportedMediaType', 'unprocessableEntity', 'tooManyRequests',
  'internalServerError', 'notImplemented', 'badGateway', 'serviceUnavailable', 'gatewayTimeout',
];

export const adonis = defineLibrary({
  name: 'AdonisJS',
  kind: 'framework',
  packages: ['@adonisjs/core/http', '@adonisjs/http-server', '@adonisjs/core/services/router', '@adonisjs/core/exceptions', '@adonisjs/core/helpers', '@adonisjs/core/types/http', '@ioc:Adonis/Core/HttpContext', '@ioc:Adonis/Core/Route', '@ioc:Adonis/Core/Request', '@ioc:Adonis/Core/Response', '@poppinss/utils'],
  versions: '5 and 6',
  exports: {
    default: { type: 'Router' },
    compose: { passes: [[0]] },
    ...all(['HttpContext', 'HttpContextContract'], { type: 'HttpContext' }),
    ...all(['Request', 'HttpRequest', 'RequestContract'], { type: 'Request' }),
    ...all(['Response', 'HttpResponse', 'ResponseContract'], { type: 'Response' }),
    NextFn: { type: 'Next' },
    ExceptionHandler: { constructs: 'ExceptionHandler' },
    Exception: { httpError: { body: [[0]], status: [1, 'status'] } },
  },
  types: {
    Router: {
      members: {
        ...Object.fromEntries(Object.entries(verbs).map(([verb, method]) => [verb, { returns: 'Route', route: { method, path: [0], handlers: 1 } } satisfies Member])),
        route: { returns: 'Route', route: { method: [1], path: [0], handlers: 2 } },
        group: { returns: 'Route', callbacks: [{ at: 0, runs: 'now' }] },
        ...all(['resource', 'shallowResource', 'on'], { returns: 'Route' }),
      },
    },
    Route: {
      members: {
        ...all(['use', 'middleware'], { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } }),
        ...all(['as', 'prefix', 'where', 'domain'], { returns: 'this' }),
      },
    },
    HttpContext: { members: { request: { type: 'Request' }, response: { type: 'Response' }, params: { request: 'params' }, view: { type: 'View' }, session: { type: 'Session' }, logger: { type: 'Logger', of: '@adonisjs/core/services/logger' } } },
    View: { members: { ...all(['render', 'renderSync'], { respond: { body: [[1]], how: 'render' } }) } },
    Session: { members: { flash: { respond: { body: [[0], [1]], how: 'flash' } } } },
    Request: {
      members: {
        ...all(['body', 'all', 'raw'], { request: 'body' }),
        ...all(['input', 'only'], { request: 'body', picks: true }),
        except: { request: 'body', drops: true },
        ...all(['qs', 'url', 'completeUrl'], { request: 'query' }),
        ...all(['param', 'params'], { request: 'params' }),
        ...all(['header', 'headers'], { request: 'headers' }),
        ...all(['cookie', 'plainCookie', 'encryptedCookie'], { request: 'cookies' }),
        ...all(['file', 'files', 'allFiles'], { request: 'files' }),
        ...all(['validate', 'validateUsing'], { returns: 'unknown' }),
      },
    },
    Response: {
      members: {
        ...all(['status', 'safeStatus', 'header', 'safeHeader', 'append', 'type', 'cookie', 'plainCookie', 'clearCookie'], { returns: 'this' }),
        ...all(['send', 'json', 'jsonp', ...answers], { respond: { body: [[0]], how: 'json' } }),
        noContent: { respond: { body: [], how: 'text' } },
        redirect: { returns: 'Redirect', respond: { body: [[0]], how: 'redirect' } },
        ...all(['stream', 'download', 'attachment'], { harmless: 'sends a file' }),
        abort: { httpError: { body: [[0]], status: [1] } },
      },
    },
    Redirect: { members: { ...all(['toPath', 'toRoute'], { respond: { body: [[0]], how: 'redirect' } }), ...all(['back', 'withQs'], { returns: 'this' }) } },
    ExceptionHandler: { members: { ...all(['handle', 'report'], { passesError: [0] }) } },
    Next: {},
  },
  handlers: {
    route: { params: ['HttpContext'], returnsBody: true, declared: true, layer: 'controller' },
    middleware: { params: ['HttpContext', 'Next'], layer: 'middleware' },
    errorHandler: { params: ['error', 'HttpContext'], layer: 'errorHandler' },
  },
});
