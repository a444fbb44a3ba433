import { all, defineLibrary } from '../vocabulary.js';
import { webTypes } from './web.js';

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export const next = defineLibrary({
  name: 'Next.js',
  kind: 'framework',
  packages: ['next', 'next/server', 'next/headers', 'next/navigation', 'next/dist/server/*'],
  versions: '12 to 16',
  exports: {
    NextResponse: { type: 'NextResponseClass' },
    NextRequest: { type: 'NextRequest' },
    NextApiRequest: { type: 'ApiRequest' },
    NextApiResponse: { type: 'ApiResponse' },
    NextApiHandler: { type: 'Handler' },
    cookies: { request: 'cookies' },
    headers: { request: 'headers' },
    ...all(['redirect', 'permanentRedirect'], { respond: { body: [[0]], how: 'redirect' } }),
    ...all(['after', 'userAgent'], { harmless: 'a helper' }),
  },
  types: {
    ...webTypes,
    NextRequest: {
      extends: 'WebRequest',
      members: { nextUrl: { type: 'NextUrl' }, cookies: { request: 'cookies' }, ...all(['geo', 'ip'], { request: 'headers' }) },
    },
    NextUrl: { members: { ...all(['searchParams', 'search', 'href'], { request: 'query' }), pathname: { request: 'params' } } },
    NextResponseClass: {
      extends: 'WebResponseClass',
      members: { ...all(['next', 'rewrite'], { returns: 'WebResponse', harmless: 'passes the request on' }) },
    },
    RouteContext: { members: { params: { request: 'params' } } },
    ApiRequest: {
      members: {
        body: { request: 'body' },
        ...all(['query', 'url'], { request: 'query' }),
        cookies: { request: 'cookies' },
        headers: { request: 'headers' },
      },
    },
    ApiResponse: {
      members: {
        ...all(['status', 'writeHead'], { returns: 'this', setsStatus: [0] }),
        statusCode: { setsStatus: [0] },
        ...all(['setHeader', 'setPreviewData', 'setDraftMode', 'clearPreviewData'], { returns: 'this' }),
        json: { respond: { body: [[0]], how: 'json', sends: 'always' } },
        send: { respond: { body: [[0]], how: 'text', sends: 'always' } },
        end: { respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { respond: { body: [[0]], how: 'event' } },
        redirect: { returns: 'this', respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
      },
    },
    Handler: { handler: 'api' },
    ActionArgument: { request: 'body' },
  },
  handlers: {
    route: { params: ['NextRequest', 'RouteContext'], layer: 'controller' },
    api: { params: ['ApiRequest', 'ApiResponse'], layer: 'controller' },
    serverComponent: { params: [], layer: 'serverComponent' },
    // A client sends whatever arguments it likes: https://nextjs.org/docs/app/guides/data-security#mutating-data
    action: { params: Array<string>(6).fill('ActionArgument'), returnsBody: true, layer: 'resolver' },
  },
  directives: [{ directive: 'use server', client: 'use client', shape: 'action' }],
  routeFiles: [
    { path: '(?:^|/)app/(?:.*/)?route\\.[cm]?[jt]sx?$', exports: verbs, shape: 'route' },
    { path: '(?:^|/)pages/api/.+\\.[cm]?[jt]sx?$', exports: ['default'], shape: 'api' },
    { path: '(?:^|/)app/(?:.*/)?(?:page|layout|template|default|not-found|loading)\\.[jt]sx?$', exports: ['default', 'generateMetadata', 'generateViewport', 'generateStaticParams'], shape: 'serverComponent' },
  ],
});
