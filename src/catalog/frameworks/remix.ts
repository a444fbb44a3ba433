import { all, defineLibrary } from '../vocabulary.js';
import { webTypes } from './web.js';

export const remix = defineLibrary({
  name: 'React Router',
  kind: 'framework',
  packages: ['react-router', '@react-router/node', '@remix-run/node', '@remix-run/server-runtime', '@remix-run/cloudflare', '@remix-run/deno', '@remix-run/router'],
  versions: 'Remix 1 and 2, React Router 7',
  exports: {
    ...all(['json', 'data', 'defer'], { respond: { body: [[0]], status: [1, 'status'], how: 'json' } }),
    createCookieSessionStorage: { secret: { of: 'sessions', at: [[0, 'cookie', 'secrets']] } },
    createCookie: { secret: { of: 'cookies', at: [[1, 'secrets']] } },
    ...all(['redirect', 'redirectDocument'], { respond: { body: [[0]], status: [1], how: 'redirect' } }),
    ...all(['LoaderFunctionArgs', 'ActionFunctionArgs', 'LoaderArgs', 'ActionArgs', 'DataFunctionArgs'], { type: 'Args' }),
    ...all(['LoaderFunction', 'ActionFunction'], { type: 'Handler' }),
  },
  types: {
    ...webTypes,
    Args: { members: { request: { type: 'WebRequest' }, params: { request: 'params' } } },
    Handler: { handler: 'route' },
  },
  handlers: { route: { params: ['Args'], returnsBody: true, layer: 'controller' } },
  routeFiles: [{ path: '(?:^|/)app/(?:.*/)?routes/.+\\.[jt]sx?$', exports: ['loader', 'action'], shape: 'route' }],
});
