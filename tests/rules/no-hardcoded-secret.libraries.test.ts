/** Every library that takes a secret: with a text, and with the environment. */
import { rule, tester } from '#kit';
import { marked } from './credentials.kit.js';

/** Each library's code around a key. */
const takers: Record<string, (key: string) => string> = {
  'jsonwebtoken, by name': (key) => `import { sign } from 'jsonwebtoken';\nexport const make = (id: string) => sign({ sub: id }, ${key}, { expiresIn: '15m' });\n`,
  'jsonwebtoken, required': (key) => `const jwt = require('jsonwebtoken');\nmodule.exports = (id) => jwt.sign({ sub: id }, ${key}, { expiresIn: '15m' });\n`,
  'jsonwebtoken, verifying': (key) => `import jwt from 'jsonwebtoken';\nexport const check = (token: string) => jwt.verify(token, ${key});\n`,
  'jose, signing': (key) => `import { SignJWT } from 'jose';\nexport const make = (id: string) => new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(new TextEncoder().encode(${key}));\n`,
  'jose, verifying': (key) => `import { jwtVerify } from 'jose';\nconst encoder = new TextEncoder();\nexport const check = (token: string) => jwtVerify(token, encoder.encode(${key}));\n`,
  'jose, with a key object': (key) => `import { createSecretKey } from 'node:crypto';\nimport { jwtVerify } from 'jose';\nexport const check = (token: string) => jwtVerify(token, createSecretKey(Buffer.from(${key})));\n`,
  'Nest, registering': (key) => `import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\n@Module({ imports: [JwtModule.register({ secret: ${key}, signOptions: { expiresIn: '15m' } })] })\nexport class AuthModule {}\n`,
  'Nest, registering by a factory': (key) => `import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\n@Module({ imports: [JwtModule.registerAsync({ useFactory: async () => ({ secret: ${key}, signOptions: { expiresIn: '15m' } }) })] })\nexport class AuthModule {}\n`,
  'Nest, signing': (key) => `import { Injectable } from '@nestjs/common';\nimport { JwtService } from '@nestjs/jwt';\n@Injectable()\nexport class AuthService {\n  constructor(private readonly tokens: JwtService) {}\n  make(id: string) {\n    return this.tokens.signAsync({ sub: id }, { secret: ${key}, expiresIn: '15m' });\n  }\n}\n`,
  "Nest, a strategy of Passport's": (key) => `import { Injectable } from '@nestjs/common';\nimport { PassportStrategy } from '@nestjs/passport';\nimport { ExtractJwt, Strategy } from 'passport-jwt';\n@Injectable()\nexport class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: ${key} });\n  }\n}\n`,
  "Passport's strategy": (key) => `import passport from 'passport';\nimport { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';\nconst options = { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: ${key} };\npassport.use(new JwtStrategy(options, (claims, done) => done(null, claims)));\n`,
  'fast-jwt': (key) => `import { createSigner } from 'fast-jwt';\nexport const make = createSigner({ key: ${key}, expiresIn: 900_000 });\n`,
  '@fastify/jwt': (key) => `import Fastify from 'fastify';\nimport fastifyJwt from '@fastify/jwt';\nconst app = Fastify();\napp.register(fastifyJwt, { secret: ${key}, sign: { expiresIn: '15m' } });\n`,
  '@fastify/cookie': (key) => `import Fastify from 'fastify';\nimport cookie from '@fastify/cookie';\nconst app = Fastify();\nawait app.register(cookie, { secret: ${key} });\n`,
  '@fastify/session': (key) => `import type { FastifyInstance } from 'fastify';\nimport session from '@fastify/session';\nexport default async function plugin(app: FastifyInstance) {\n  app.register(session, { secret: ${key} });\n}\n`,
  '@fastify/secure-session': (key) => `import Fastify from 'fastify';\nimport secure from '@fastify/secure-session';\nconst app = Fastify();\napp.register(secure, { secret: ${key}, salt: 'sixteen letters!' });\n`,
  'hono/jwt': (key) => `import { sign } from 'hono/jwt';\nexport const make = (id: string) => sign({ sub: id, exp: Math.floor(Date.now() / 1000) + 900 }, ${key});\n`,
  'hono/jwt as middleware': (key) => `import { Hono } from 'hono';\nimport { jwt } from 'hono/jwt';\nconst app = new Hono();\napp.use('/api/*', jwt({ secret: ${key}, alg: 'HS256' }));\n`,
  'hono/cookie': (key) => `import { Hono } from 'hono';\nimport { setSignedCookie } from 'hono/cookie';\nconst app = new Hono();\napp.post('/login', async (c) => {\n  await setSignedCookie(c, 'seen', 'yes', ${key});\n  return c.body(null, 204);\n});\n`,
  'koa-jwt': (key) => `import Koa from 'koa';\nimport jwt from 'koa-jwt';\nconst app = new Koa();\napp.use(jwt({ secret: ${key} }));\n`,
  "Koa's keys": (key) => `import Koa from 'koa';\nconst app = new Koa();\napp.keys = [${key}];\n`,
  'express-jwt': (key) => `import { expressjwt } from 'express-jwt';\nexport const guard = expressjwt({ secret: ${key}, algorithms: ['HS256'] });\n`,
  'jwt-simple': (key) => `import jwt from 'jwt-simple';\nexport const read = (token: string) => jwt.decode(token, ${key});\n`,
  'express-session': (key) => `import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.use(session({ secret: ${key}, resave: false, saveUninitialized: false }));\n`,
  'express-session, with several secrets': (key) => `import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.use(session({ secret: [process.env.NEW_KEY!, ${key}], resave: false }));\n`,
  'cookie-session': (key) => `import cookieSession from 'cookie-session';\nexport const sessions = cookieSession({ name: 'session', keys: [${key}] });\n`,
  'cookie-parser': (key) => `import cookieParser from 'cookie-parser';\nexport const cookies = cookieParser(${key});\n`,
  'iron-session': (key) => `import { getIronSession } from 'iron-session';\nconst sessionOptions = { cookieName: 'session', password: ${key} };\nexport const session = (req: Request, res: Response) => getIronSession(req, res, sessionOptions);\n`,
  "h3's sessions": (key) => `import { defineEventHandler, useSession } from 'h3';\nexport default defineEventHandler(async (event) => useSession(event, { password: ${key} }));\n`,
  "Remix's sessions": (key) => `import { createCookieSessionStorage } from '@remix-run/node';\nexport const storage = createCookieSessionStorage({ cookie: { name: 'session', secrets: [${key}] } });\n`,
  "hapi's strategies": (key) => `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.auth.strategy('session', 'cookie', { cookie: { name: 'session', password: ${key} } });\n`,
  'Better Auth': (key) => `import { betterAuth } from 'better-auth';\nexport const auth = betterAuth({ secret: ${key} });\n`,
  'node:crypto': (key) => `import { createHmac } from 'node:crypto';\nexport const signature = (body: string) => createHmac('sha256', ${key}).update(body).digest('hex');\n`,
  'crypto-js': (key) => `import CryptoJS from 'crypto-js';\nexport const signature = (body: string) => CryptoJS.HmacSHA256(body, ${key}).toString();\n`,
};

tester.run('no-hardcoded-secret: libraries', rule('no-hardcoded-secret'), {
  valid: [
    ...Object.entries(takers).map(([name, code]) => ({ name, code: code('process.env.SOME_KEY!') })),
    { name: "Nest's ConfigService", code: takers['Nest, signing']!("this.config.get('JWT_SECRET')").replace('JwtService) {}', 'JwtService, private readonly config: ConfigService) {}').replace('import { JwtService', "import { ConfigService } from '@nestjs/config';\nimport { JwtService") },
    { name: 'the salt of a session', code: takers['@fastify/secure-session']!('process.env.SESSION_KEY') },
    { name: 'a cookie parser without a secret', code: "import cookieParser from 'cookie-parser';\nexport const cookies = cookieParser();\n" },
    { name: 'what an HMAC is made of', code: takers['crypto-js']!('process.env.HMAC_KEY!').replace('(body,', "('a fixed text',") },
  ],
  invalid: [
    ...Object.entries(takers).map(([name, code]) => marked(name, 'literalSecret', code("«'a text in the source, long enough for every library'»"))),
    ...Object.entries(takers).filter(([name]) => !name.includes('several')).map(([name, code]) => marked(`${name}, as a fallback`, 'fallbackSecret', code("process.env.SOME_KEY || «'changeme'»"))),
    marked("Nest's ConfigService with a default", 'fallbackSecret', takers['Nest, signing']!("this.config.get('JWT_SECRET', «'changeme'»)").replace('JwtService) {}', 'JwtService, private readonly config: ConfigService) {}').replace('import { JwtService', "import { ConfigService } from '@nestjs/config';\nimport { JwtService")),
    marked("Nest's ConfigService with a fallback, in a factory", 'fallbackSecret', "import { ConfigModule, ConfigService } from '@nestjs/config';\nimport { JwtModule } from '@nestjs/jwt';\nexport const tokens = JwtModule.registerAsync({ imports: [ConfigModule], inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: config.get<string>('JWT_SECRET') || «'changeme'» }) });\n"),
  ],
});
