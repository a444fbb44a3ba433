import { all, defineLibrary } from '../vocabulary.js';
import { webTypes } from './web.js';

export const sveltekit = defineLibrary({
  name: 'SvelteKit',
  kind: 'framework',
  packages: ['@sveltejs/kit'],
  versions: '1 and 2',
  exports: {
    ...all(['json', 'text'], { respond: { body: [[0]], status: [1, 'status'], how: 'json' } }),
    fail: { respond: { body: [[1]], status: [0], how: 'json' } },
    redirect: { respond: { body: [[1]], status: [0], how: 'redirect' } },
    error: { httpError: { body: [[1]], status: [0] } },
    ...all(['RequestEvent', 'ServerLoadEvent'], { type: 'Event' }),
    ...all(['RequestHandler', 'Handle', 'Action', 'Actions'], { type: 'Handler' }),
  },
  types: {
    ...webTypes,
    Event: {
      members: {
        request: { type: 'WebRequest' },
        url: { request: 'query' },
        params: { request: 'params' },
        cookies: { type: 'Cookies' },
        setHeaders: { harmless: 'a header' },
      },
    },
    Cookies: { members: { ...all(['get', 'getAll'], { request: 'cookies' }), ...all(['set', 'delete'], { harmless: 'sets a part of the answer' }) } },
    Handler: { handler: 'route' },
  },
  handlers: {
    route: { params: ['Event'], layer: 'controller' },
    load: { params: ['Event'], returnsBody: true, layer: 'controller' },
  },
  routeFiles: [
    { path: '(?:^|/)\\+server\\.[jt]s$', exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'], shape: 'route' },
    { path: '(?:^|/)\\+(?:page|layout)\\.server\\.[jt]s$', exports: ['load'], shape: 'load' },
  ],
});
