/** Ends that a library's settings state for all tokens: reported where the settings stand, if something relies on them. */
import { describe, expect, it } from 'vitest';
import { judge } from '#kit';

const rules = { 'require-jwt-expiry': { loneTokens: true } };
const service = (call: string) => `import { Injectable } from '@nestjs/common';\nimport { JwtService } from '@nestjs/jwt';\n@Injectable()\nexport class AuthService {\n  constructor(private readonly jwt: JwtService) {}\n  login(id: string) {\n    return ${call};\n  }\n}\n`;
const module = (registration: string, providers = 'AuthService') => `import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\nimport { AuthService } from './auth.service';\n@Module({\n  imports: [\n    ${registration}\n  ],\n  providers: [${providers}],\n})\nexport class AuthModule {}\n`;
const NEVER = '// expect: require-jwt-expiry/noExpiry';
const LONG = '// expect: require-jwt-expiry/longLivedAlone';
const plain = 'this.jwt.sign({ sub: id })';

const cases: Record<string, Record<string, string>> = {
  'Nest, with an end': { 'src/auth.service.ts': service(plain), 'src/auth.module.ts': module("JwtModule.register({ secret: KEY, signOptions: { expiresIn: '15m' } }),") },
  'Nest, without one': { 'src/auth.service.ts': service(plain), 'src/auth.module.ts': module(`JwtModule.register({ secret: KEY }), ${NEVER}`) },
  'Nest, by a factory with an end': { 'src/auth.service.ts': service(plain), 'src/auth.module.ts': module("JwtModule.registerAsync({ useFactory: () => ({ secret: KEY, signOptions: { expiresIn: '15m' } }) }),") },
  'Nest, by a factory without one': { 'src/auth.service.ts': service(plain), 'src/auth.module.ts': module(`JwtModule.registerAsync({ useFactory: () => ({ secret: KEY }) }), ${NEVER}`) },
  'Nest, by a class that makes the options': { 'src/auth.service.ts': service(plain), 'src/auth.module.ts': module('JwtModule.registerAsync({ useClass: JwtOptions }),') },
  'Nest, where each signature states its own': { 'src/auth.service.ts': service("this.jwt.sign({ sub: id }, { secret: KEY, expiresIn: '15m' })"), 'src/auth.module.ts': module('JwtModule.register({}),') },
  'Nest, where nothing signs': { 'src/auth.service.ts': service('this.jwt.verify(id)'), 'src/auth.module.ts': module('JwtModule.register({ secret: KEY }),') },
  'Nest, where another module states it': {
    'src/auth.service.ts': service(plain),
    'src/auth.module.ts': module("JwtModule.register({ secret: KEY, signOptions: { expiresIn: '15m' } }),"),
    'src/other.module.ts': "import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\n@Module({ imports: [JwtModule.register({ secret: KEY })] })\nexport class OtherModule {}\n",
  },
  'Nest, for long': { 'src/auth.service.ts': service(plain), 'src/auth.module.ts': module(`JwtModule.register({ secret: KEY, signOptions: { expiresIn: '180 days' } }), ${LONG}`) },
  'Nest, for long, where nothing relies on it': { 'src/auth.service.ts': service("this.jwt.sign({ sub: id }, { expiresIn: '15m' })"), 'src/auth.module.ts': module("JwtModule.register({ secret: KEY, signOptions: { expiresIn: '180 days' } }),") },
  'Fastify, with an end': { 'src/app.ts': "import Fastify from 'fastify';\nimport fastifyJwt from '@fastify/jwt';\nconst app = Fastify();\napp.register(fastifyJwt, { secret: KEY, sign: { expiresIn: '15m' } });\napp.post('/login', async (request, reply) => reply.jwtSign({ id: 1 }));\n" },
  'Fastify, without one': { 'src/app.ts': `import Fastify from 'fastify';\nimport fastifyJwt from '@fastify/jwt';\nconst app = Fastify();\napp.register(fastifyJwt, { secret: KEY }); ${NEVER}\napp.post('/login', async () => ({ token: app.jwt.sign({ id: 1 }) }));\n` },
  'Fastify, in a plugin, used in a route of another file': {
    'src/plugins/jwt.ts': `import fp from 'fastify-plugin';\nimport type { FastifyInstance } from 'fastify';\nimport fastifyJwt from '@fastify/jwt';\nexport default fp(async (app: FastifyInstance) => {\n  await app.register(fastifyJwt, { secret: KEY }); ${NEVER}\n});\n`,
    'src/routes/login.ts': "import type { FastifyInstance } from 'fastify';\nexport default async function routes(app: FastifyInstance) {\n  app.post('/login', async (request, reply) => reply.jwtSign({ id: 1 }));\n}\n",
  },
};

describe('require-jwt-expiry and the settings of a library', () => {
  it.each(Object.entries(cases))('%s', (_name, files) => {
    const { found, expected } = judge(files, { rules });
    expect(found).toEqual(expected);
  });
});
