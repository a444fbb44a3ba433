/** Where a NestJS app may have its limiter and its guards: decorators, modules of every form, middleware, the file that starts it. */
import { describe, expect, it } from 'vitest';
import { judge, lintProject } from '#kit';

interface Parts {
  /** Before the class of the controller, or of its route. */
  readonly onClass?: string;
  readonly onRoute?: string;
  readonly controller?: string;
  readonly route?: string;
  readonly method?: string;
  readonly imports?: string;
  /** What `@Module` is given beside the controller. */
  readonly module?: string;
  readonly body?: string;
  readonly start?: string;
  /** Further imports of the controller, the module and the start, and code before them. */
  readonly above?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const THROTTLER = "import { ThrottlerGuard } from '@nestjs/throttler';\n";
const GUARD = `${THROTTLER}import { APP_GUARD } from '@nestjs/core';\n`;
const GUARDS_ALL = '{ provide: APP_GUARD, useClass: ThrottlerGuard }';
/** A module whose guard limits every route of the app. */
const CALM = `${GUARD}import { Module } from '@nestjs/common';\n@Module({ providers: [${GUARDS_ALL}] })\nexport class CalmModule {}\n`;
/** A module that limits nothing. */
const LOUD = "import { Module } from '@nestjs/common';\n@Module({ providers: [] })\nexport class CalmModule {}\n";
const TAKES_CALM = "import { CalmModule } from './calm.module';\n";
const TOKEN = "import { HttpException, NestMiddleware } from '@nestjs/common';\nexport class TokenMiddleware implements NestMiddleware {\n  use(req, res, next) { if (!req.headers.authorization) throw new HttpException('No', 401); next(); }\n}\n";
const configure = (chain: string) => ({ above: "import { MiddlewareConsumer, RequestMethod } from '@nestjs/common';\nimport { TokenMiddleware } from './token.middleware';\n", body: `configure(consumer: MiddlewareConsumer) { consumer.apply(TokenMiddleware)${chain}; }`, files: { 'src/token.middleware.ts': TOKEN } });

/** A file of two modules: the app imports `CalmModule`, and one of the two puts a middleware before every route. */
function besides(which: string): Parts {
  const body = (name: string) => (name === which ? "configure(consumer: MiddlewareConsumer) { consumer.apply(TokenMiddleware).forRoutes('*'); }" : '');
  const classes = ['CalmModule', 'UnusedModule'].map((name) => `@Module({})\nexport class ${name} { ${body(name)} }\n`).join('');
  return { imports: '[CalmModule]', above: TAKES_CALM, files: { 'src/token.middleware.ts': TOKEN, 'src/calm.module.ts': `import { Module, MiddlewareConsumer } from '@nestjs/common';\nimport { TokenMiddleware } from './token.middleware';\n${classes}` } };
}

function project(parts: Parts): Record<string, string> {
  const { above = '' } = parts;
  return {
    'src/main.ts': `import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\n${above}${parts.start ?? 'const app = await NestFactory.create(AppModule);'}\nawait app.listen(3000);\n`,
    'src/app.module.ts': `import { Module } from '@nestjs/common';\nimport { AuthController } from './auth.controller';\n${above}@Module({ controllers: [AuthController], ${parts.imports === undefined ? '' : `imports: ${parts.imports}, `}${parts.module ?? ''} })\nexport class AppModule { ${parts.body ?? ''} }\n`,
    'src/auth.controller.ts': `import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';\n${above}class LoginDto { email: string; password: string; }\n${parts.onClass ?? ''}\n@Controller(${parts.controller ?? "'auth'"})\nexport class AuthController {\n  constructor(private readonly auth: AuthService) {}\n  private readonly seen = new Map();\n  ${parts.onRoute ?? ''}\n  ${parts.route ?? "@Post('login')"}\n  ${parts.method ?? 'login(@Body() dto: LoginDto) { return this.auth.login(dto); }'}\n}\n`,
    ...parts.files,
  };
}

function found(parts: Parts): string[] {
  return judge(project(parts), { rules: { 'require-rate-limit': {} } }).found.map((each) => each.replace(/:\d+ require-rate-limit/, ''));
}

const REPORTED = ['src/auth.controller.ts/login'];

/** Each is quiet with its first parts, and reported with its second ones. */
const both: readonly [name: string, quiet: Parts, reported: Parts][] = [
  ['a guard that a composed decorator puts on the class',
    { onClass: '@Calm()', above: "import { Calm } from './calm';\n", files: { 'src/calm.ts': `${THROTTLER}import { applyDecorators, UseGuards } from '@nestjs/common';\nexport const Calm = () => applyDecorators(UseGuards(ThrottlerGuard));\n` } },
    { onClass: '@Calm()', above: "import { Calm } from './calm';\n", files: { 'src/calm.ts': "import { applyDecorators, SetMetadata } from '@nestjs/common';\nexport const Calm = () => applyDecorators(SetMetadata('a', 1));\n" } }],
  ['guards in a list that is spread', { onRoute: '@UseGuards(...before)', above: `${THROTTLER}const before = [ThrottlerGuard];\n` }, { onRoute: '@UseGuards(...before)', above: 'class Plain { canActivate() { return true; } }\nconst before = [Plain];\n' }],
  ['a guard that the start puts before everything', { above: THROTTLER, start: 'const app = await NestFactory.create(AppModule);\napp.useGlobalGuards(new ThrottlerGuard());' }, { above: 'class Plain { canActivate() { return true; } }\n', start: 'const app = await NestFactory.create(AppModule);\napp.useGlobalGuards(new Plain());' }],
  ['middleware of the start by its address', { above: "import { rateLimit } from 'express-rate-limit';\n", start: "const app = await NestFactory.create(AppModule);\napp.use('/auth', rateLimit({ limit: 5 }));" }, { above: "import { rateLimit } from 'express-rate-limit';\n", start: "const app = await NestFactory.create(AppModule);\napp.use('/files', rateLimit({ limit: 5 }));" }],
  ['middleware beside the routes of an adapter', { above: "import express from 'express';\nimport { rateLimit } from 'express-rate-limit';\n", start: "const server = express();\nserver.get('/', (req, res) => res.send('up'));\nserver.use(rateLimit({ limit: 5 }));\nconst app = await NestFactory.create(AppModule, server);" }, { above: "import express from 'express';\n", start: "const server = express();\nserver.get('/', (req, res) => res.send('up'));\nconst app = await NestFactory.create(AppModule, server);" }],
  ...([
    ['a list with a name', 'shared', 'const shared = [CalmModule];\n'],
    ['a list with a gap', 'shared', 'const shared = [, CalmModule];\n'],
    ['a list that is spread', '[, ...shared]', 'const shared = [CalmModule];\n'],
    ['a choice', "[process.env.CALM ? CalmModule : OtherModule]", 'class OtherModule {}\n'],
    ['a condition', '[process.env.CALM && CalmModule]', ''],
    ['a module that is waited for', '[await CalmModule.forRootAsync()]', ''],
    ['a module that is filtered', '[CalmModule, undefined].filter(Boolean)', ''],
    ['a module with options in place', '[{ module: CalmModule, global: true }]', ''],
    ['a module with options and a name', '[dynamic]', 'const dynamic = { module: CalmModule };\n'],
    ['a module that comes later', '[forwardRef(() => CalmModule)]', "import { forwardRef } from '@nestjs/common';\n"],
    ['a module that comes later, in a block', '[forwardRef(() => { return CalmModule; })]', "import { forwardRef } from '@nestjs/common';\n"],
    ['a module twice', '[CalmModule, CalmModule, ...shared, ...shared]', 'const shared = [CalmModule];\n'],
  ] as const).map(([name, imports, more]): [string, Parts, Parts] => [`a guard of ${name}`, { imports, above: TAKES_CALM + more, files: { 'src/calm.module.ts': CALM } }, { imports, above: TAKES_CALM + more, files: { 'src/calm.module.ts': LOUD } }]),
  ['a guard that a method of a module provides',
    { imports: '[CalmModule.forRoot({ calm: true })]', above: TAKES_CALM, files: { 'src/calm.module.ts': `${GUARD}import { Global, Module } from '@nestjs/common';\n@Global()\n@sealed\n@Module({})\nexport class CalmModule { static forRoot(options) { return { module: CalmModule, providers: [${GUARDS_ALL}] }; } }\n` } },
    { imports: '[CalmModule.forRoot({ calm: true })]', above: TAKES_CALM, files: { 'src/calm.module.ts': "import { Global, Module } from '@nestjs/common';\n@Global()\n@sealed\n@Module({})\nexport class CalmModule { static forRoot(options) { return { module: CalmModule, providers: [] }; } }\n" } }],
  ['a guard of a module that such a method imports',
    { imports: '[OuterModule.forRoot()]', above: "import { OuterModule } from './outer.module';\n", files: { 'src/calm.module.ts': CALM, 'src/outer.module.ts': `${TAKES_CALM}export class OuterModule { static forRoot() { return { module: OuterModule, imports: [CalmModule] }; } }\n` } },
    { imports: '[OuterModule.forRoot()]', above: "import { OuterModule } from './outer.module';\n", files: { 'src/calm.module.ts': LOUD, 'src/outer.module.ts': `${TAKES_CALM}export class OuterModule { static forRoot() { return { module: OuterModule, imports: [CalmModule] }; } }\n` } }],
  ['a module whose class says nothing', { imports: '[PlainModule]', module: `providers: [${GUARDS_ALL}]`, above: `${GUARD}import { PlainModule } from './plain.module';\n`, files: { 'src/plain.module.ts': 'export class PlainModule {}\n' } }, { imports: '[PlainModule]', above: "import { PlainModule } from './plain.module';\n", files: { 'src/plain.module.ts': 'export class PlainModule {}\n' } }],
  ['providers with a name', { module: 'providers', above: `${GUARD}const providers = [, AuthService, ${GUARDS_ALL}];\n` }, { module: 'providers', above: "class AuthService {}\nconst providers = [, AuthService, { provide: 'GUARD', useClass: AuthService }];\n" }],
  ['providers that are spread', { module: 'providers: [...common]', above: `${GUARD}const common = [${GUARDS_ALL}];\n` }, { module: 'providers: [...common]', above: 'class AuthService {}\nconst common = [AuthService];\n' }],
  ['a provider with a name', { module: 'providers: [calm]', above: `${GUARD}const calm = ${GUARDS_ALL};\n` }, { module: 'providers: [calm]', above: `${GUARD}const calm = { provide: 'CALM', useClass: ThrottlerGuard };\n` }],
  ['a guard that is there already', { module: 'providers: [{ provide: APP_GUARD, useExisting: ThrottlerGuard }]', above: GUARD }, { module: 'providers: [{ provide: APP_GUARD, useExisting: Plain }]', above: `${GUARD}class Plain { canActivate() { return true; } }\n` }],
  ['middleware for one controller', configure('.forRoutes(AuthController)'), { ...configure('.forRoutes(OtherController)'), files: { ...configure('').files, 'src/other.ts': '' }, above: `${configure('').above}class OtherController {}\n` }],
  ['middleware for an address', configure(".forRoutes('auth')"), configure(".forRoutes('files')")],
  ['middleware for every address', configure(".forRoutes('*')"), configure(".exclude('auth/login').forRoutes('*')")],
  ['middleware for addresses that cannot be read', configure('.forRoutes(...chosen)'), configure('.exclude(AuthController).forRoutes(...chosen)')],
  ['middleware for what begins alike', configure(".forRoutes({ path: 'auth/*', method: RequestMethod.ALL })"), configure(".forRoutes({ path: 'auth/*', method: RequestMethod.PUT })")],
  ['middleware for one address and every method', configure(".forRoutes({ path: 'auth/login' })"), configure(".forRoutes({ path: 'auth' })")],
  ['middleware for every address with one method', configure('.forRoutes({ method: RequestMethod.POST })'), configure('.forRoutes({ method: RequestMethod.GET })')],
  ['middleware of a module that the app imports', besides('CalmModule'), besides('UnusedModule')],
  ['a handler that counts', { method: 'login(@Body() dto: LoginDto) { if (this.seen.get(dto.email) > 5) throw new HttpException("slowly", 429); return this.auth.login(dto); }' }, { method: 'login(@Body() dto: LoginDto) { if (this.seen.get(dto.email) > 5) throw new HttpException("no", 400); return this.auth.login(dto); }' }],
  ['a guard that takes a token', { onRoute: '@UseGuards(TokenGuard)', above: 'class TokenGuard { canActivate(context) { if (!context.getRequest().headers.authorization) throw new UnauthorizedException(); return true; } }\n' }, { onRoute: '@UseGuards(LocalGuard)', above: 'class LocalGuard { canActivate(context) { if (!context.getRequest().headers.authorization) throw new UnauthorizedException(); return true; } }\n' }],
  ['a guard that has another name elsewhere',
    { onRoute: '@UseGuards(First)', above: "import First from './first';\n", files: { 'src/first.ts': 'export default class TokenGuard { canActivate(context) { if (!context.getRequest().headers.authorization) throw new UnauthorizedException(); return true; } }\n' } },
    { onRoute: '@UseGuards(First)', above: "import First from './first';\n", files: { 'src/first.ts': 'export default class PublicGuard { canActivate(context) { if (!context.getRequest().headers.authorization) throw new UnauthorizedException(); return true; } }\n' } }],
  ['a guard that extends one that nobody can see', { onRoute: '@UseGuards(First)', above: "import { Base } from './base';\nclass First extends Base {}\n" }, { onRoute: '@UseGuards(First)', above: 'class Base {}\nclass First extends Base {}\n' }],
  ['a guard that extends one of passport', { onRoute: '@UseGuards(Known)', above: "import { AuthGuard } from '@nestjs/passport';\nclass Known extends AuthGuard('jwt') {}\n" }, { onRoute: '@UseGuards(Known)', above: "import { AuthGuard } from '@nestjs/passport';\nclass Known extends AuthGuard('local') {}\n" }],
  ['middleware whose routes are not chosen', configure(''), {}],
];

describe('require-rate-limit: NestJS, in the form', () => {
  it.each(both)('of %s: quiet, and reported without it', (_name, quiet, reported) => {
    expect(found(quiet)).toEqual([]);
    expect(found(reported)).toEqual(REPORTED);
  });
});

/** Forms of a route and its controller. */
const forms: readonly [name: string, parts: Parts, message: string | undefined][] = [
  ['several addresses of a controller', { controller: "['auth', 'v1/auth']" }, 'POST /auth/login'],
  ['several addresses of a route', { route: "@Post(['login', 'sign-in'])" }, 'POST /auth/login'],
  ['a controller with options', { controller: "{ path: 'auth', version: '1' }" }, 'POST /auth/login'],
  ['a controller with options and several addresses', { controller: "{ path: ['session', 'auth'] }" }, 'POST /session/login'],
  ['a controller and a route without an address', { controller: '', route: '@Post()' }, 'POST /'],
  ['a route with an empty list', { controller: "'login'", route: '@Post([])' }, 'POST /login'],
  ['a class and a route with further decorators', { onClass: '@sealed', onRoute: '@logged' }, 'POST /auth/login'],
  ['a controller beside one that nobody can see', { imports: '[OtherModule]', above: "import { Other } from './other';\n@Module({ controllers: [Other] })\nclass OtherModule {}\n" }, 'POST /auth/login'],
  ['a page that is shown', { route: "@Get('login')" }, undefined],
];

describe('require-rate-limit: NestJS, the address of', () => {
  it.each(forms)('%s', (_name, parts, message) => {
    const messages = lintProject(project(parts), { rules: { 'require-rate-limit': {} } }).map((each) => each.message);
    expect(messages).toEqual(message === undefined ? [] : [expect.stringContaining(`\`${message}\``)]);
  });
});

/** A start of which not all is seen says nothing of what stands before a route. */
const unseen: readonly [name: string, parts: Parts][] = [
  ['a start whose arguments are spread', { start: 'const app = await NestFactory.create(...parts());' }],
  ['a start whose module nobody can see', { above: "import { made } from './made';\n", start: 'const app = await NestFactory.create(made);' }],
  ['an import that a function of the app makes', { above: "import { made } from './made';\n", imports: '[made()]' }],
  ['providers that nobody can see', { above: "import { made } from './made';\n", module: 'providers: made' }],
  ['providers among which are some that nobody can see', { above: "import { made } from './made';\n", module: 'providers: [...made]' }],
  ['a guard that nobody can see', { above: "import { Slow } from './slow';\n", onRoute: '@UseGuards(Slow)' }],
];

describe('require-rate-limit: NestJS, quiet at', () => {
  it.each(unseen)('%s', (_name, parts) => {
    expect(found(parts)).toEqual([]);
  });

  it('reports where all of it is seen', () => {
    expect(found({})).toEqual(REPORTED);
  });
});

/** What a route takes is told by its input, where its words leave it open: a password in it makes an account. */
const inputs: readonly [name: string, quiet: string, reported: string][] = [
  ['a class', 'export class Input { email: string; }', 'export class Input { email: string; password: string; }'],
  ['a class that extends another one', 'class Base { email: string; }\nexport class Input extends Base { name: string; }', 'class Base { password: string; }\nexport class Input extends Base { name: string; }'],
  ['an interface', 'export interface Input { email: string }', 'export interface Input { email: string; password: string }'],
];

describe('require-rate-limit: NestJS, users that are made from', () => {
  it.each(inputs)('%s', (_name, quiet, reported) => {
    const parts = (input: string): Parts => ({ controller: "'users'", route: '@Post()', method: 'create(@Body() dto: Input, @Req() request, @Query() query: Missing) { return this.users.create(dto); }', above: "import { Input } from './input';\n", files: { 'src/input.ts': `${input}\n` } });
    expect(found(parts(quiet))).toEqual([]);
    expect(found(parts(reported))).toEqual(['src/auth.controller.ts/registration']);
  });
});
