import { all, defineLibrary } from '../vocabulary.js';
import { webTypes } from './web.js';

export const sveltekit = defineLibrary({
  name: 'SvelteKit',
  kind: 'framework',
  // What a route imports its types from is generated beside it.
  packages: ['@sveltejs/kit', './$types'],
  versions: '1 and 2',
  exports: {
    ...all(['json', 'text'], { respond: { body: [[0]], status: [1, 'status'], how: 'json' } }),
    fail: { respond: { body: [[1]], status: [0], how: 'json' } },
    redirect: { respond: { body: [[1]], status: [0], how: 'redirect' } },
    error: { httpError: { body: [[1]], status: [0] } },
    ...all(['RequestEvent', 'ServerLoadEvent'], { type: 'Event' }),
    ...all(['RequestHandler', 'Action', 'Actions'], { type: 'Handler' }),
    Handle: { type: 'Handle' },
  },
  types: {
    ...webTypes,
    Event: {
      members: {
        request: { type: 'WebRequest' },
        url: { request: 'query' },
        params: { request: 'params' },
        locals: { type: 'Locals' },
        cookies: { type: 'Cookies' },
        setHeaders: { harmless: 'a header' },
      },
    },
    Cookies: { members: { ...all(['get', 'getAll'], { request: 'cookies' }), ...all(['set', 'delete'], { harmless: 'sets a part of the answer' }) } },
    Locals: {},
    Handler: { handler: 'route' },
    Handle: { handler: 'middleware' },
    HandleInput: { members: { event: { type: 'Event' }, resolve: { harmless: 'hands the request on' } } },
  },
  handlers: {
    route: { params: ['Event'], layer: 'controller' },
    load: { params: ['Event'], returnsBody: true, layer: 'controller' },
    middleware: { params: ['HandleInput'], layer: 'middleware' },
  },
  routeFiles: [
    { path: '(?:^|/)\\+server\\.[jt]s$', exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'], shape: 'route' },
    { path: '(?:^|/)\\+(?:page|layout)\\.server\\.[jt]s$', exports: ['load', 'actions'], shape: 'load' },
  ],
});
