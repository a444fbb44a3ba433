import { type Slot, all, defineLibrary } from '../vocabulary.js';

const extensionPoints = ['onPreAuth', 'onCredentials', 'onPreHandler', 'onPostHandler', 'onPreResponse'];
const places = ['options', 'config'] as const;
const under = (...path: string[]): Slot[] => places.map((place) => [0, place, ...path] as const);

export const hapi = defineLibrary({
  name: 'hapi',
  kind: 'framework',
  packages: ['@hapi/hapi', 'hapi'],
  versions: '8 to 21',
  exports: {
    default: { type: 'Hapi' },
    ...all(['Request', 'HapiRequest'], { type: 'Request' }),
    ...all(['ResponseToolkit', 'ReplyNoContinue', 'ReplyWithContinue', 'Base_Reply'], { type: 'Toolkit' }),
    ResponseObject: { type: 'ResponseObject' },
    ...all(['ServerRoute', 'Lifecycle', 'RouteOptions'], { type: 'unknown' }),
  },
  types: {
    Hapi: { members: { Server: { constructs: 'Server', returns: 'Server' }, server: { returns: 'Server' } } },
    Server: {
      members: {
        route: {
          route: {
            method: [0, 'method'],
            path: [0, 'path'],
            handlerSlots: [[0, 'handler'], ...under('handler')],
            middlewareSlots: [...under('pre'), ...under('pre', 'method'), ...extensionPoints.flatMap((point) => under('ext', point, 'method'))],
            schema: under('validate'),
          },
        },
        ext: { route: { method: 'use', handlers: 1, handlerSlots: [[0, 'method']], shape: 'middleware' } },
        decorate: { harmless: 'a setting', hangs: { name: [1], value: [2], on: { by: [0], types: { server: 'Server', request: 'Request', toolkit: 'Toolkit' } } } },
        method: { harmless: 'a setting', hangs: [{ name: [0], value: [1], on: 'Methods', nested: true }, { name: [0, 'name'], value: [0, 'method'], on: 'Methods', nested: true }] },
        methods: { type: 'Methods' },
        app: { type: 'ServerState' },
        ...all(['state', 'bind', 'path'], { harmless: 'a setting' }),
        ...all(['register', 'start', 'stop', 'initialize', 'connection', 'inject'], { harmless: 'starts the server' }),
        auth: { type: 'Auth' },
        events: { type: 'Events' },
      },
    },
    /** What the app has put on its server by `method()`. */
    Methods: {},
    ServerState: {},
    Auth: { members: { strategy: { harmless: 'a setting', secret: { of: 'tokens', at: [[2, 'keys'], [2, 'key'], [2, 'cookie', 'password'], [2, 'password']] } }, ...all(['scheme', 'default'], { harmless: 'a setting' }) } },
    Events: { members: { on: { callbacks: [{ at: 1, runs: 'later' }] } } },
    Request: {
      members: {
        payload: { request: 'body' },
        ...all(['query', 'url', 'path'], { request: 'query' }),
        params: { request: 'params' },
        headers: { request: 'headers' },
        state: { request: 'cookies' },
        response: { type: 'error' },
        server: { type: 'Server' },
      },
    },
    /** `h`, and the `reply` of hapi up to 16, which is called itself. */
    Toolkit: {
      call: { returns: 'ResponseObject', respond: { body: [[0]], how: 'json' }, passesError: [0] },
      members: {
        response: { returns: 'ResponseObject', respond: { body: [[0]], how: 'json' } },
        ...all(['view'], { returns: 'ResponseObject', respond: { body: [[1]], how: 'render' } }),
        redirect: { returns: 'ResponseObject', respond: { body: [[0]], how: 'redirect' } },
        file: { returns: 'ResponseObject', respond: { body: [], how: 'text' } },
        ...all(['continue', 'authenticated', 'unauthenticated', 'state', 'unstate'], { harmless: 'passes on' }),
      },
    },
    ResponseObject: {
      members: { code: { returns: 'this', setsStatus: [0] }, ...all(['type', 'header', 'state', 'unstate', 'takeover', 'bytes', 'charset', 'ttl', 'etag', 'message', 'created', 'redirect', 'location', 'vary', 'temporary', 'permanent', 'rewritable'], { returns: 'this' }) },
    },
    Next: { call: { passesError: [0] } },
  },
  handlers: {
    route: { params: ['Request', 'Toolkit'], returnsBody: true, layer: 'controller' },
    routeObject: { params: ['Request', 'Toolkit'], returnsBody: true, describedBy: 'options', layer: 'controller' },
    middleware: { params: ['Request', 'Toolkit'], layer: 'middleware' },
    plugin: { params: ['Server', 'unknown', 'Next'], layer: 'middleware' },
  },
  routeObjects: [{ named: 'handler', beside: ['method', 'path'], method: 'method', path: 'path', shape: 'routeObject', depending: '@hapi/hapi' }],
  handlerNames: [
    { shape: 'route', params: [['request', 'req', '_request', '_req', '_'], ['h', '_h', 'toolkit']], uses: ['response', 'payload', 'query', 'params', 'view', 'redirect', 'auth', 'headers'] },
    { shape: 'route', params: [['request', 'req'], ['reply']], uses: ['()', 'payload', 'auth', 'continue'] },
    { shape: 'plugin', params: [['server'], ['options', 'opts', '_options'], ['next']], uses: ['route', 'ext', 'auth', 'register'] },
    { shape: 'plugin', params: [['server']], uses: ['route', 'ext', 'auth', 'method', 'decorate', 'app', 'register', 'dependency', 'expose'], depending: '@hapi/hapi' },
  ],
});
