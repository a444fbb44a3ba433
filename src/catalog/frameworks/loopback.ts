import { type Member, type RequestPart, all, defineLibrary } from '../vocabulary.js';

const routes = { get: 'get', post: 'post', put: 'put', patch: 'patch', del: 'delete' };
const parameter = (request: RequestPart): Member => ({ decorates: { as: 'parameter', request } });
const kinds = ['string', 'number', 'boolean', 'integer', 'long', 'float', 'double', 'byte', 'binary', 'date', 'dateTime', 'password'];

export const loopback = defineLibrary({
  name: 'LoopBack',
  kind: 'framework',
  packages: ['@loopback/rest', '@loopback/openapi-v3'],
  versions: '4',
  // A body is held to the schema of its model, which lets nothing else through unless the model says so.
  describedBodies: true,
  nestedQuery: true,
  exports: {
    ...Object.fromEntries(Object.entries(routes).map(([name, method]) => [name, { decorates: { as: 'route', method, path: [0] } } satisfies Member])),
    operation: { decorates: { as: 'route', method: '*', path: [1] } },
    api: { decorates: { as: 'controller' } },
    param: { type: 'Param' },
    requestBody: parameter('body'),
    Request: { type: 'Request' },
    Response: { type: 'Response' },
    HttpErrors: { type: 'HttpErrors', of: 'http-errors' },
  },
  types: {
    Param: { members: { query: { type: 'Query' }, path: { type: 'Path' }, header: { type: 'Header' }, ...all(['filter', 'where', 'array'], parameter('query')) } },
    Query: { members: { ...all(kinds, parameter('query')), object: parameter('query') } },
    Path: { members: all(kinds, parameter('params')) },
    Header: { members: all(kinds, parameter('headers')) },
    Request: {
      members: {
        body: { request: 'body' },
        ...all(['query', 'url'], { request: 'query' }),
        params: { request: 'params' },
        ...all(['headers', 'header', 'get'], { request: 'headers' }),
        cookies: { request: 'cookies' },
      },
    },
    Response: {
      members: {
        status: { returns: 'this', setsStatus: [0] },
        statusCode: { setsStatus: [0] },
        ...all(['type', 'set', 'header', 'setHeader', 'cookie', 'contentType'], { returns: 'this' }),
        json: { returns: 'this', respond: { body: [[0]], how: 'json', sends: 'always' } },
        send: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'always' } },
        end: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { respond: { body: [[0]], how: 'event' } },
        redirect: { respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
      },
    },
  },
  handlers: { method: { params: [], returnsBody: true, layer: 'controller' } },
});
