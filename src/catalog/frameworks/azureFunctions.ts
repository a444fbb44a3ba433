import { type Member, all, defineLibrary } from '../vocabulary.js';

const verbs = { get: 'get', post: 'post', put: 'put', patch: 'patch', deleteRequest: 'delete' };

export const azureFunctions = defineLibrary({
  name: 'Azure Functions',
  kind: 'framework',
  packages: ['@azure/functions'],
  versions: '4',
  exports: {
    app: { type: 'App' },
    HttpRequest: { type: 'Request' },
    HttpHandler: { type: 'Handler' },
  },
  types: {
    App: {
      members: {
        http: { route: { method: [1, 'methods', '*'], path: [1, 'route'], handlerSlots: [[1, 'handler']] } },
        ...Object.fromEntries(Object.entries(verbs).map(([name, method]) => [name, { route: { method, path: [1, 'route'], handlers: 1, handlerSlots: [[1, 'handler']] } } satisfies Member])),
      },
    },
    Request: {
      members: {
        ...all(['json', 'text', 'arrayBuffer', 'blob', 'body', 'formData'], { request: 'body' }),
        query: { type: 'Query' },
        url: { request: 'query' },
        params: { request: 'params' },
        headers: { request: 'headers' },
        user: { request: 'user' },
      },
    },
    Query: { members: all(['get', 'getAll'], { request: 'query' }) },
    Handler: { handler: 'route' },
  },
  handlers: { route: { params: ['Request', 'unknown'], returnsBody: true, declared: true, layer: 'controller' } },
});
