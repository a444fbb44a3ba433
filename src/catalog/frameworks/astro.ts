import { all, defineLibrary } from '../vocabulary.js';
import { webTypes } from './web.js';

export const astro = defineLibrary({
  name: 'Astro',
  kind: 'framework',
  packages: ['astro'],
  versions: '3 to 5',
  exports: {
    APIContext: { type: 'Context' },
    APIRoute: { type: 'Handler' },
  },
  types: {
    ...webTypes,
    Context: {
      members: {
        request: { type: 'WebRequest' },
        url: { request: 'query' },
        params: { request: 'params' },
        cookies: { type: 'Cookies' },
        redirect: { respond: { body: [[0]], status: [1], how: 'redirect' } },
      },
    },
    Cookies: { members: { get: { request: 'cookies' }, ...all(['set', 'delete'], { harmless: 'sets a part of the answer' }) } },
    Handler: { handler: 'route' },
  },
  handlers: { route: { params: ['Context'], layer: 'controller' } },
  routeFiles: [{ path: '(?:^|/)src/pages/.+\\.[cm]?[jt]s$', exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL'], shape: 'route' }],
});
