import { type Member, all, defineLibrary } from '../vocabulary.js';

const handler = { passes: [[0]], route: { method: '*', handlers: 0, handlerSlots: [[0, 'handler']] } } satisfies Member;
const parses = { input: [0], schema: [1] } as const;
const utilities: Record<string, Member> = {
  ...all(['defineEventHandler', 'eventHandler', 'defineCachedEventHandler', 'cachedEventHandler', 'defineWebSocketHandler'], handler),
  ...all(['lazyEventHandler', 'defineLazyEventHandler'], { callbacks: [{ at: 0, runs: 'later' }] }),
  ...all(['readBody', 'readRawBody', 'readFormData', 'readMultipartFormData'], { request: 'body' }),
  getQuery: { request: 'query' },
  readValidatedBody: { request: 'body', parses },
  getValidatedQuery: { request: 'query', parses },
  getValidatedRouterParams: { request: 'params', parses },
  ...all(['getRouterParam', 'getRouterParams'], { request: 'params' }),
  ...all(['getHeader', 'getHeaders', 'getRequestHeader', 'getRequestHeaders', 'getRequestHost', 'getRequestIP'], { request: 'headers' }),
  ...all(['getRequestURL', 'getRequestPath'], { request: 'query' }),
  ...all(['getCookie', 'parseCookies'], { request: 'cookies' }),
  createError: { httpError: { body: [[0, 'message'], [0, 'statusMessage'], [0, 'data']], status: [0, 'statusCode'] } },
  ...all(['useSession', 'getSession', 'updateSession', 'sealSession', 'unsealSession'], { secret: { of: 'sessions', at: [[1, 'password']] } }),
  send: { respond: { body: [[1]], how: 'text' } },
  sendRedirect: { respond: { body: [[1]], status: [2], how: 'redirect' } },
  sendError: { passesError: [1] },
  ...all(['setResponseStatus', 'setHeader', 'setHeaders', 'setResponseHeader', 'setCookie', 'deleteCookie'], { harmless: 'sets a part of the answer' }),
  defineNitroErrorHandler: { route: { method: '*', handlers: 0, shape: 'errorHandler' } },
};

export const h3 = defineLibrary({
  name: 'h3',
  kind: 'framework',
  packages: ['h3', 'nitropack', 'nitropack/*', 'nitro', 'nitro/*', '#imports', '#nitro'],
  versions: '1 and 2',
  exports: {
    ...utilities,
    createRouter: { returns: 'Router' },
    createApp: { returns: 'App' },
    H3: { constructs: 'Router' },
    H3Event: { type: 'Event' },
    HTTPError: { httpError: { body: [[0, 'message'], [0, 'data']], status: [0, 'status'] } },
    H3Error: { type: 'H3Error' },
  },
  // Nuxt and Nitro import these by themselves.
  globals: utilities,
  types: {
    Router: {
      members: {
        ...Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'].map((verb) => [verb, { returns: 'this', route: { method: verb, path: [0], handlers: 1 } } satisfies Member])),
        use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0 } },
      },
    },
    App: { members: { use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0, shape: 'middleware' } } } },
    Event: {
      members: {
        context: { type: 'EventContext' },
        node: { type: 'Node' },
        headers: { request: 'headers' },
        ...all(['path', 'url'], { request: 'query' }),
      },
    },
    EventContext: { members: { params: { request: 'params' } } },
    Node: { members: { res: { type: 'NodeResponse' }, req: { type: 'NodeRequest' } } },
    NodeRequest: { members: { url: { request: 'query' }, headers: { request: 'headers' } } },
    NodeResponse: { members: { ...all(['end', 'write'], { respond: { body: [[0]], how: 'text' } }) } },
    H3Error: {},
  },
  handlers: {
    route: { params: ['Event'], returnsBody: true, layer: 'controller' },
    middleware: { params: ['Event'], layer: 'middleware' },
    errorHandler: { params: ['error', 'Event'], layer: 'errorHandler' },
  },
  safeErrors: ['H3Error', 'HTTPError'],
});
