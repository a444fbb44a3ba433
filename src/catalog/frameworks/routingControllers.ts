import { type Member, type RequestPart, all, defineLibrary } from '../vocabulary.js';

const routes = { Get: 'get', Post: 'post', Put: 'put', Patch: 'patch', Delete: 'delete', Head: 'head', All: '*' };
const statuses = { BadRequestError: 400, UnauthorizedError: 401, ForbiddenError: 403, NotFoundError: 404, MethodNotAllowedError: 405, NotAcceptableError: 406, UnprocessableEntityError: 422, InternalServerError: 500 };
const parameter = (request: RequestPart): Member => ({ decorates: { as: 'parameter', request } });

export const routingControllers = defineLibrary({
  name: 'routing-controllers',
  kind: 'framework',
  packages: ['routing-controllers'],
  exports: {
    ...all(['Controller', 'JsonController'], { decorates: { as: 'controller' } }),
    ...Object.fromEntries(Object.entries(routes).map(([name, method]) => [name, { decorates: { as: 'route', method, path: [0] } } satisfies Member])),
    ...all(['Body', 'BodyParam'], parameter('body')),
    ...all(['QueryParam', 'QueryParams'], parameter('query')),
    ...all(['Param', 'Params'], parameter('params')),
    ...all(['HeaderParam', 'HeaderParams'], parameter('headers')),
    ...all(['CookieParam', 'CookieParams'], parameter('cookies')),
    ...all(['UploadedFile', 'UploadedFiles'], parameter('files')),
    Req: { decorates: { as: 'parameter', request: 'whole', type: 'Request' } },
    Res: { decorates: { as: 'parameter', type: 'Response' } },
    ...all(['Ctx', 'CurrentUser', 'Session', 'SessionParam', 'State'], { decorates: { as: 'parameter' } }),
    Middleware: { decorates: { as: 'middleware' } },
    Interceptor: { decorates: { as: 'middleware' } },
    ...all(['ExpressMiddlewareInterface', 'ExpressErrorMiddlewareInterface', 'KoaMiddlewareInterface', 'InterceptorInterface'], { type: 'Middleware' }),
    HttpError: { httpError: { body: [[1]], status: [0] } },
    ...Object.fromEntries(Object.entries(statuses).map(([name, status]) => [name, { httpError: { body: [[0]], status } } satisfies Member])),
    ...all(['useExpressServer', 'useKoaServer'], { harmless: 'starts the server', whitelist: [1, 'validation', 'whitelist'] }),
    ...all(['createExpressServer', 'createKoaServer'], { harmless: 'starts the server', whitelist: [0, 'validation', 'whitelist'] }),
  },
  types: {
    Request: {
      members: {
        body: { request: 'body' },
        ...all(['query', 'url'], { request: 'query' }),
        params: { request: 'params' },
        ...all(['headers', 'header', 'get'], { request: 'headers' }),
        ...all(['file', 'files'], { request: 'files' }),
      },
    },
    Response: {
      members: {
        status: { returns: 'this', setsStatus: [0] },
        ...all(['type', 'set', 'header', 'cookie'], { returns: 'this' }),
        json: { returns: 'this', respond: { body: [[0]], how: 'json', sends: 'always' } },
        send: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'always' } },
        end: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { returns: 'this', respond: { body: [[0]], how: 'event' } },
        render: { respond: { body: [[1]], how: 'render', sends: 'always' } },
        redirect: { respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
      },
    },
    Middleware: { layer: 'middleware' },
  },
  handlers: {
    method: { params: [], returnsBody: true, layer: 'controller' },
    middleware: { params: ['Request', 'Response'], layer: 'middleware' },
    errorHandler: { params: ['error', 'Request', 'Response'], layer: 'errorHandler' },
  },
  safeErrors: ['HttpError', ...Object.keys(statuses)],
});
