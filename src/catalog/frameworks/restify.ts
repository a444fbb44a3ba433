import { all, defineLibrary } from '../vocabulary.js';

const verbs = { get: 'get', post: 'post', put: 'put', patch: 'patch', del: 'delete', head: 'head', opts: 'options' };

/** A handler of Restify calls `next()` after it has answered, and nobody answers then. */
export const restify = defineLibrary({
  name: 'Restify',
  kind: 'framework',
  packages: ['restify'],
  versions: '8 to 11',
  exports: {
    createServer: { returns: 'Server' },
    Server: { type: 'Server' },
    Request: { type: 'Request' },
    Response: { type: 'Response' },
    Next: { type: 'Next' },
    RequestHandler: { type: 'Handler' },
  },
  types: {
    Server: {
      members: {
        ...Object.fromEntries(Object.entries(verbs).map(([name, method]) => [name, { returns: 'this', route: { method, path: [0] as const, handlers: 1 } }])),
        ...all(['use', 'pre'], { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } }),
        listen: { harmless: 'starts the server' },
      },
    },
    Request: {
      members: {
        body: { request: 'body' },
        ...all(['query', 'getQuery', 'url', 'href', 'getUrl'], { request: 'query' }),
        params: { request: 'params' },
        ...all(['headers', 'header'], { request: 'headers' }),
        files: { request: 'files' },
      },
    },
    Response: {
      members: {
        status: { returns: 'this', setsStatus: [0] },
        ...all(['header', 'charSet', 'cache'], { returns: 'this' }),
        ...all(['json', 'send', 'sendRaw'], { returns: 'this', respond: { body: [[0], [1]], how: 'json', sends: 'always' } }),
        end: { respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { respond: { body: [[0]], how: 'event' } },
        redirect: { respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
      },
    },
    Next: { call: { passesError: [0] } },
    Handler: { handler: 'route' },
  },
  handlers: {
    route: { params: ['Request', 'Response', 'Next'], layer: 'controller' },
    middleware: { params: ['Request', 'Response', 'Next'], layer: 'middleware' },
  },
});
