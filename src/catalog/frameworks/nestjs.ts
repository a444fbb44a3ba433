import { statusNames } from '../other/statuses.js';
import { type Member, all, defineLibrary } from '../vocabulary.js';

const routes = { Get: 'get', Post: 'post', Put: 'put', Patch: 'patch', Delete: 'delete', Head: 'head', Options: 'options', Search: 'search', All: '*', Sse: 'get' };
/** Nest's own errors take a text or an object, and a description; a `cause` stays with the server. */
const statuses = {
  BadRequest: 400, Unauthorized: 401, Forbidden: 403, NotFound: 404, MethodNotAllowed: 405, NotAcceptable: 406, RequestTimeout: 408, Conflict: 409,
  Gone: 410, PreconditionFailed: 412, PayloadTooLarge: 413, UnsupportedMediaType: 415, ImATeapot: 418, Misdirected: 421, UnprocessableEntity: 422,
  InternalServerError: 500, NotImplemented: 501, BadGateway: 502, ServiceUnavailable: 503, GatewayTimeout: 504, HttpVersionNotSupported: 505,
};
/** A text or an object, then further ones and the context; all are printed (https://docs.nestjs.com/techniques/logger). */
const lines = all(['log', 'error', 'warn', 'debug', 'verbose', 'fatal'], { logs: { order: 'any' } } satisfies Member);
const parameter = (request: 'body' | 'query' | 'params' | 'headers' | 'files'): Member => ({ decorates: { as: 'parameter', request } });

export const nestjs = defineLibrary({
  name: 'NestJS',
  kind: 'framework',
  packages: ['@nestjs/common', '@nestjs/common/*', '@nestjs/core', '@nestjs/core/*', '@nestjs/platform-express', '@nestjs/platform-fastify', '@nestjs/config'],
  versions: '7 to 11',
  limiter: '`@UseGuards(ThrottlerGuard)` of @nestjs/throttler',
  nestedQuery: true,
  // https://docs.nestjs.com/fundamentals/lifecycle-events
  startHooks: ['onModuleInit', 'onApplicationBootstrap'],
  exports: {
    ModuleRef: { constructs: 'ModuleRef' },
    ConfigService: { constructs: 'Config' },
    ClassSerializerInterceptor: { harmless: 'serializes classes by their decorators' },
    UseInterceptors: { harmless: 'a setting' },
    Controller: { decorates: { as: 'controller' } },
    Module: { composes: { imports: [0, 'imports'], controllers: [0, 'controllers'], providers: [0, 'providers'] } },
    UseGuards: { guards: 'these' },
    APP_GUARD: { guardToken: true },
    HttpCode: { setsStatus: [0] },
    HttpStatus: { type: 'Statuses' },
    MiddlewareConsumer: { type: 'Consumer' },
    Injectable: { decorates: { as: 'service' } },
    Catch: { decorates: { as: 'exceptionFilter' } },
    ...Object.fromEntries(Object.entries(routes).map(([name, method]) => [name, { decorates: { as: 'route', method, path: [0] } } satisfies Member])),
    Body: parameter('body'),
    RawBody: parameter('body'),
    Query: parameter('query'),
    ...all(['Param', 'HostParam'], parameter('params')),
    ...all(['Headers', 'Ip'], parameter('headers')),
    ...all(['UploadedFile', 'UploadedFiles'], parameter('files')),
    ...all(['Req', 'Request'], { decorates: { as: 'parameter', request: 'whole', type: 'Request' } }),
    ...all(['Res', 'Response'], { decorates: { as: 'parameter', type: 'Response' } }),
    Next: { decorates: { as: 'parameter', type: 'Next' } },
    HttpException: { httpError: { body: [[0], [2, 'description']], status: [1] } },
    ...Object.fromEntries(Object.entries(statuses).map(([name, status]) => [`${name}Exception`, { httpError: { body: [[0], [1, 'description']], status } } satisfies Member])),
    ...all(['ArgumentsHost', 'ExecutionContext'], { type: 'ArgumentsHost' }),
    ...all(['CanActivate', 'NestInterceptor', 'NestMiddleware', 'PipeTransform'], { type: 'Middleware' }),
    HttpAdapterHost: { type: 'AdapterHost' },
    AbstractHttpAdapter: { type: 'Adapter' },
    BaseExceptionFilter: { constructs: 'ExceptionFilter' },
    ...all(['ParseIntPipe', 'ParseFloatPipe', 'ParseBoolPipe', 'ParseUUIDPipe', 'ParseEnumPipe', 'ParseDatePipe'], { holds: 'form' }),
    ValidationPipe: { whitelist: [0, 'whitelist'] },
    UsePipes: { appliesPipes: true },
    APP_PIPE: { pipeToken: true },
    createParamDecorator: { callbacks: [{ at: 0, params: ['unknown', 'ArgumentsHost'], runs: 'later' }] },
    NestFactory: { type: 'Factory' },
    INestApplication: { type: 'Application' },
    ...all(['Logger', 'ConsoleLogger'], { type: 'LoggerClass' }),
    LoggerService: { type: 'Logger' },
    ...all(['NestExpressApplication', 'NestFastifyApplication'], { type: 'Application' }),
  },
  types: {
    Middleware: { layer: 'middleware' },
    Statuses: { members: statusNames('MULTI_STATUS') },
    LoggerClass: { construct: { returns: 'Logger' }, members: { ...lines, ...all(['overrideLogger', 'flush'], { harmless: 'a setting' }) } },
    Logger: { members: lines },
    ArgumentsHost: { members: { switchToHttp: { returns: 'HttpHost' }, getType: { harmless: 'a test' } } },
    HttpHost: { members: { getRequest: { returns: 'Request' }, getResponse: { returns: 'Response' }, getNext: { returns: 'Next' } } },
    AdapterHost: { members: { httpAdapter: { type: 'Adapter' } } },
    Adapter: {
      members: {
        reply: { respond: { body: [[1]], status: [2], how: 'json' } },
        render: { respond: { body: [[2]], how: 'render' } },
        redirect: { respond: { body: [[2]], status: [1], how: 'redirect' } },
      },
    },
    ExceptionFilter: { members: { catch: { passesError: [0] } } },
    Factory: { members: { create: { returns: 'Application', starts: [0] }, ...all(['createMicroservice', 'createApplicationContext'], { returns: 'Application' }) } },
    Consumer: { members: { apply: { returns: 'this', route: { method: 'use', handlers: 0, shape: 'middleware' } }, ...all(['forRoutes', 'exclude'], { returns: 'this' }) } },
    Config: { members: { get: { environment: true, passes: [[1]] }, getOrThrow: { environment: true } } },
    ModuleRef: { members: all(['get', 'resolve', 'create'], { instantiates: [0] }) },
    Application: {
      members: {
        use: { returns: 'this', route: { method: 'use', path: [0], handlers: 0, shape: 'middleware' } },
        useGlobalGuards: { returns: 'this', guards: 'all' },
        useGlobalPipes: { returns: 'this', harmless: 'a setting', appliesPipes: true },
        ...all(['useGlobalFilters', 'useGlobalInterceptors', 'enableCors', 'setGlobalPrefix'], { returns: 'this', harmless: 'a setting' }),
        ...all(['listen', 'close', 'init'], { harmless: 'starts or stops the server' }),
        ...all(['get', 'resolve'], { instantiates: [0] }),
      },
    },
    /** Express's or Fastify's, as the adapter has it. */
    Request: {
      members: {
        body: { request: 'body' },
        ...all(['query', 'url', 'originalUrl'], { request: 'query' }),
        params: { request: 'params' },
        ...all(['headers', 'header', 'get'], { request: 'headers' }),
        ...all(['cookies', 'signedCookies'], { request: 'cookies' }),
        ...all(['file', 'files'], { request: 'files' }),
        user: { request: 'user' },
      },
    },
    Response: {
      members: {
        ...all(['status', 'code'], { returns: 'this', setsStatus: [0] }),
        statusCode: { setsStatus: [0] },
        ...all(['type', 'set', 'header', 'setHeader', 'cookie', 'clearCookie'], { returns: 'this' }),
        ...all(['json', 'jsonp'], { returns: 'this', respond: { body: [[0]], how: 'json', sends: 'always' } }),
        send: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'always' } },
        end: { returns: 'this', respond: { body: [[0]], how: 'text', sends: 'withBody' } },
        write: { returns: 'this', respond: { body: [[0]], how: 'event' } },
        sendStatus: { returns: 'this', respond: { body: [], status: [0], how: 'text', sends: 'always' } },
        ...all(['render', 'view'], { respond: { body: [[1]], how: 'render', sends: 'always' } }),
        redirect: { respond: { body: [[0], [1]], how: 'redirect', sends: 'always' } },
      },
    },
    Next: { call: { passesError: [0], passesOn: true } },
  },
  handlers: {
    method: { params: [], returnsBody: true, layer: 'controller' },
    middleware: { params: ['Request', 'Response', 'Next'], layer: 'middleware' },
    errorHandler: { params: ['error', 'ArgumentsHost'], layer: 'errorHandler' },
  },
  safeErrors: ['HttpException', ...Object.keys(statuses).map((name) => `${name}Exception`)],
});
