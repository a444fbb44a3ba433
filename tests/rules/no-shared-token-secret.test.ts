/** Refresh tokens that are signed like access tokens. Each harmless case has a twin that is reported. */
import { describe, expect, it } from 'vitest';
import { judge, lintProject, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
/** Both tokens in one function. */
const pair = (access: string, refresh: string, before = '') => `${jwt}${before}export function tokensFor(user: { id: string; role: string }) {\n  const accessToken = ${access};\n  const refreshToken = ${refresh};\n  return { accessToken, refreshToken };\n}\n`;
const ACCESS = "jwt.sign({ sub: user.id, role: user.role }, process.env.JWT_SECRET!, { expiresIn: '15m' })";
/** A function of the app's own that signs. */
const SIGN = "const sign = (claims: object, expiresIn: string) => jwt.sign(claims, process.env.JWT_SECRET!, { expiresIn });\n";
const nest = (refresh: string) => `import { Injectable } from '@nestjs/common';\nimport { JwtService } from '@nestjs/jwt';\n@Injectable()\nexport class AuthService {\n  constructor(private readonly jwt: JwtService) {}\n  tokensFor(id: string) {\n    return { accessToken: this.jwt.sign({ sub: id }), refreshToken: ${refresh} };\n  }\n}\n`;
const jose = (refresh: string) => `import { SignJWT } from 'jose';\nconst key = new TextEncoder().encode(process.env.JWT_SECRET);\nexport async function tokensFor(id: string) {\n  const accessToken = await new SignJWT({ sub: id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(key);\n  const refreshToken = await ${refresh};\n  return { accessToken, refreshToken };\n}\n`;
const fast = (key: string) => `import { createSigner } from 'fast-jwt';\nconst signAccess = createSigner({ key: process.env.JWT_SECRET, expiresIn: 900_000 });\nconst signRefresh = createSigner({ key: ${key}, expiresIn: 9_000_000 });\nexport const tokensFor = (id: string) => ({ access: signAccess({ id }), refresh: signRefresh({ id }) });\n`;
const READS_TYPE = "export function read(token: string) {\n  const claims = jwt.verify(token, process.env.JWT_SECRET!) as { type: string };\n  if (claims.type !== 'access') throw new Error('not an access token');\n  return claims;\n}\n";
const READS = "export const read = (token: string) => jwt.verify(token, process.env.JWT_SECRET!);\n";

tester.run('no-shared-token-secret', rule('no-shared-token-secret'), {
  valid: [
    { name: 'a secret of its own', code: pair(ACCESS, "jwt.sign({ sub: user.id }, process.env.REFRESH_SECRET!, { expiresIn: '7d' })") },
    { name: 'a text of its own', code: pair("jwt.sign({ sub: user.id }, 'one', { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, 'two', { expiresIn: '7d' })") },
    { name: 'a claim that is checked', code: pair(ACCESS, "jwt.sign({ sub: user.id, type: 'refresh' }, process.env.JWT_SECRET!, { expiresIn: '7d' })") + READS_TYPE },
    { name: 'a claim, where nothing is seen to check tokens', code: pair(ACCESS, "jwt.sign({ sub: user.id, type: 'refresh' }, process.env.JWT_SECRET!, { expiresIn: '7d' })") },
    { name: 'a claim of an enumeration', code: pair("jwt.sign({ sub: user.id, kind: Kind.Access }, KEY, { expiresIn: '15m' })", "jwt.sign({ sub: user.id, kind: Kind.Refresh }, KEY, { expiresIn: '7d' })", "import { Kind } from './kinds';\n") },
    { name: 'a claim that is set later', code: `${jwt}export function tokensFor(id: string) {\n  const accessToken = jwt.sign({ sub: id }, KEY, { expiresIn: '15m' });\n  const claims: Record<string, string> = { sub: id };\n  claims.type = 'refresh';\n  const refreshToken = jwt.sign(claims, KEY, { expiresIn: '7d' });\n  return { accessToken, refreshToken };\n}\n` },
    { name: 'an audience', code: pair("jwt.sign({ sub: user.id }, KEY, { expiresIn: '15m', audience: 'api' })", "jwt.sign({ sub: user.id }, KEY, { expiresIn: '7d', audience: 'renewal' })") + READS },
    { name: 'a subject that names the kind', code: pair("jwt.sign({ id: user.id }, KEY, { expiresIn: '15m', subject: 'access' })", "jwt.sign({ id: user.id }, KEY, { expiresIn: '7d', subject: 'refresh' })") },
    { name: 'options that nobody can see into', code: pair("jwt.sign({ sub: user.id }, KEY, { expiresIn: '15m' })", 'jwt.sign({ sub: user.id }, KEY, refreshOptions)', "import { refreshOptions } from './nowhere';\n") },
    { name: 'payloads with nothing in common', code: pair("jwt.sign({ sub: user.id }, KEY, { expiresIn: '15m' })", "jwt.sign({ session: newSession() }, KEY, { expiresIn: '7d' })") },
    { name: 'payloads that have a session in common, and one of them the user', code: pair("jwt.sign({ sub: user.id, session: user.session }, KEY, { expiresIn: '15m' })", "jwt.sign({ session: user.session }, KEY, { expiresIn: '7d' })") },
    { name: 'a payload that nobody can see into', code: pair("jwt.sign({ sub: user.id }, KEY, { expiresIn: '15m' })", "jwt.sign({ sub: user.id, ...extra() }, KEY, { expiresIn: '7d' })", "import { extra } from './nowhere';\n") },
    { name: 'keys that come in one by one', code: `${jwt}export const signAccessToken = (id: string, key: string) => jwt.sign({ id }, key, { expiresIn: '15m' });\nexport const signRefreshToken = (id: string, key: string) => jwt.sign({ id }, key, { expiresIn: '7d' });\n` },
    { name: 'keys out of a table', code: pair("jwt.sign({ sub: user.id }, keys[user.role], { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, keys[user.id], { expiresIn: '7d' })", "import { keys } from './nowhere';\n") },
    { name: 'a secret that is added to', code: pair("jwt.sign({ sub: user.id }, process.env.JWT_SECRET!, { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, process.env.JWT_SECRET + 'refresh', { expiresIn: '7d' })") },
    { name: 'a secret of its own, with the other one to fall back on', code: pair("jwt.sign({ sub: user.id }, process.env.JWT_SECRET!, { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, process.env.REFRESH_SECRET ?? process.env.JWT_SECRET!, { expiresIn: '7d' })") },
    { name: 'no refresh token', code: `${jwt}export const accessTokenFor = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '15m' });\nexport const signIn = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '1h' });\n` },
    { name: 'a token for a mail', code: `${jwt}export const refreshTokenFor = (id: string) => id;\nexport const confirmToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '15m' });\nexport const resetToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '1d' });\n` },
    { name: 'a new access token for a refresh token', code: `${jwt}const accessTokenFor = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '15m' });\nexport function refreshToken(given: string) {\n  const refreshClaims = jwt.verify(given, OTHER) as { id: string };\n  return jwt.sign({ id: refreshClaims.id }, KEY, { expiresIn: '15m' });\n}\nexport const first = accessTokenFor('1');\n` },
    { name: 'a state of an OAuth flow', code: `${jwt}export const oauthState = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '5m' });\nexport const createRefreshToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '7d' });\n` },
    { name: 'a signature that is no token', code: `${jwt}export const sealed = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '5m' });\nexport const createRefreshToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '7d' });\n` },
    { name: "the app's function, with a claim for each", code: `${jwt}${SIGN}export const tokensFor = (id: string) => ({ accessToken: sign({ id, type: 'access' }, '15m'), refreshToken: sign({ id, type: 'refresh' }, '7d') });\n` },
    { name: "the app's function, with a secret for each", code: `${jwt}const sign = (claims: object, key: string) => jwt.sign(claims, key, { expiresIn: '1d' });\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }, process.env.JWT_SECRET!), refreshToken: sign({ id }, process.env.REFRESH_SECRET!) });\n` },
    { name: "Nest's service with a secret of its own", code: nest("this.jwt.sign({ sub: id }, { secret: process.env.REFRESH_SECRET, expiresIn: '7d' })") },
    { name: 'jose with an audience', code: jose("new SignJWT({ sub: id }).setProtectedHeader({ alg: 'HS256' }).setAudience('renewal').setExpirationTime('7d').sign(key)") },
    { name: 'jose with a type in the header', code: jose("new SignJWT({ sub: id }).setProtectedHeader({ alg: 'HS256', typ: 'refresh' }).setExpirationTime('7d').sign(key)") },
    { name: 'fast-jwt with a key of its own', code: fast('process.env.REFRESH_SECRET') },
    { name: 'a key that each caller may choose', code: `${jwt}const sign = (claims: object, key?: string) => jwt.sign(claims, key ?? process.env.JWT_SECRET!, { expiresIn: '1d' });\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }, process.env.ACCESS_SECRET), refreshToken: sign({ id }) });\n` },
    { name: 'a key of the request', code: `import express from 'express';\n${jwt}const app = express();\napp.post('/tokens', (req, res) => {\n  res.json({ accessToken: jwt.sign({ id: 1 }, req.body.key, { expiresIn: '15m' }), refreshToken: jwt.sign({ id: 1 }, req.body.key, { expiresIn: '7d' }) });\n});\n` },
    { name: 'keys that are made anew', code: pair("jwt.sign({ sub: user.id }, derive(user), { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, derive(user), { expiresIn: '7d' })", "import { derive } from './nowhere';\n") },
    { name: 'payloads that are made anew', code: pair("jwt.sign(await claims(user), KEY, { expiresIn: '15m' })", "jwt.sign(await claims(user), KEY, { expiresIn: '7d' })", "import { claims } from './nowhere';\n").replace('export function', 'export async function') },
    { name: 'a claim under a name that is computed', code: pair("jwt.sign({ sub: user.id, [claim]: 'access' }, KEY, { expiresIn: '15m' })", "jwt.sign({ sub: user.id, [claim]: 'refresh' }, KEY, { expiresIn: '7d' })", "import { claim } from './nowhere';\n") },
    { name: 'a scope for each', code: pair('jwt.sign({ sub: user.id, scope: `api` }, KEY)', 'jwt.sign({ sub: user.id, scope: `renewal` }, KEY)') },
    { name: 'a kind that a member of a constant names', code: pair('jwt.sign({ sub: user.id, kind: kinds.ACCESS }, KEY)', 'jwt.sign({ sub: user.id, kind: kinds.REFRESH }, KEY)', "import { kinds } from './nowhere';\n") },
    { name: 'a claim that is set later, under a name that is computed', code: `${jwt}export function tokensFor(id: string, name: string) {\n  const accessToken = jwt.sign({ sub: id }, KEY, { expiresIn: '15m' });\n  const claims: Record<string, string> = { sub: id };\n  claims[name] = 'refresh';\n  const refreshToken = jwt.sign(claims, KEY, { expiresIn: '7d' });\n  return { accessToken, refreshToken };\n}\n` },
    { name: 'a number for each', code: pair('jwt.sign({ sub: user.id, level: 1 }, KEY)', 'jwt.sign({ sub: user.id, level: 2 }, KEY)') },
    { name: 'payloads that come in, and nobody is seen to hand in', code: `${jwt}export const createAccessToken = (claims: object) => jwt.sign(claims, KEY);\nexport const createRefreshToken = (claims: object) => jwt.sign(claims, KEY);\n` },
    { name: 'payloads inside an object, with a claim for each', code: `${jwt}const sign = ({ claims }: { claims: object }) => jwt.sign(claims, KEY);\nexport const tokensFor = (id: string) => ({ accessToken: sign({ claims: { id, use: 'access' } }), refreshToken: sign({ claims: { id, use: 'refresh' } }) });\n` },
    { name: 'an audience of each caller', code: `${jwt}const sign = (claims: object, audience: string) => jwt.sign(claims, KEY, { expiresIn: '1d', audience });\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }, 'api'), refreshToken: sign({ id }, 'renewal') });\n` },
    { name: 'a method of the same name', code: "import { sign } from './documents';\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }, KEY), refreshToken: sign({ id }, KEY) });\n" },
  ],
  invalid: [
    marked('one secret for both', 'sharedSecret', pair(ACCESS, "jwt.sign({ sub: user.id }, «process.env.JWT_SECRET!», { expiresIn: '7d' })")),
    marked('one text for both', 'sharedSecret', pair("jwt.sign({ sub: user.id }, 'one', { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, «'one'», { expiresIn: '7d' })")),
    marked('one secret with a fallback', 'sharedSecret', pair("jwt.sign({ sub: user.id }, process.env.JWT_SECRET || 'dev', { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, «process.env.JWT_SECRET || 'dev'», { expiresIn: '7d' })")),
    marked('one payload for both', 'sharedSecret', pair("jwt.sign(claims, KEY, { expiresIn: '15m' })", "jwt.sign(claims, «KEY», { expiresIn: '7d' })", "import { claims } from './nowhere';\n")),
    marked('an identifier that only one has', 'sharedSecret', pair(ACCESS, "jwt.sign({ sub: user.id, jti: newId(), version: user.version }, «process.env.JWT_SECRET!», { expiresIn: '7d' })")),
    marked('one subject and one audience for both', 'sharedSecret', pair("jwt.sign({ role: user.role }, KEY, { expiresIn: '15m', subject: user.id, audience: 'api' })", "jwt.sign({ role: user.role }, «KEY», { expiresIn: '7d', subject: user.id, audience: 'api' })")),
    marked('a claim that nothing checks', 'uncheckedClaim', pair(ACCESS, "jwt.sign({ sub: user.id, tokenType: 'refresh' }, «process.env.JWT_SECRET!», { expiresIn: '7d' })") + READS),
    marked('a claim with one value for both', 'sharedSecret', pair("jwt.sign({ sub: user.id, type: 'user' }, KEY, { expiresIn: '15m' })", "jwt.sign({ sub: user.id, type: 'user' }, «KEY», { expiresIn: '7d' })")),
    marked('functions that make the one and the other', 'sharedSecret', `${jwt}export const createAccessToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '15m' });\nexport const createRefreshToken = (id: string) => jwt.sign({ id }, «KEY», { expiresIn: '7d' });\n`),
    marked('functions whose callers make the payload', 'sharedSecret', `${jwt}const createAccessToken = (claims: object) => jwt.sign(claims, KEY, { expiresIn: '15m' });\nconst createRefreshToken = (claims: object) => jwt.sign(claims, «KEY», { expiresIn: '7d' });\nexport const tokensFor = (id: string) => ({ access: createAccessToken({ id }), refresh: createRefreshToken({ id }) });\n`),
    marked('a token that says nothing of its kind, beside a refresh token', 'sharedSecret', `${jwt}export const generateToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '15m' });\nexport const generateRefreshToken = (id: string) => {\n  const token = jwt.sign({ id }, «KEY», { expiresIn: '7d' });\n  return token;\n};\n`),
    marked('a lifetime that says which one it is', 'sharedSecret', `${jwt}import { config } from './config';\nexport const issue = (id: string) => [jwt.sign({ id }, config.secret, { expiresIn: config.accessLifetime }), jwt.sign({ id }, «config.secret», { expiresIn: config.refreshLifetime })].map((token) => ({ token }));\n`),
    marked("the app's function, with nothing for each", 'sharedSecret', `${jwt}${SIGN}export const tokensFor = (id: string) => ({ accessToken: sign({ id }, '15m'), refreshToken: «sign({ id }, '7d')» });\n`),
    marked("the app's function, handed one secret twice", 'sharedSecret', `${jwt}const sign = (claims: object, key: string) => jwt.sign(claims, key, { expiresIn: '1d' });\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }, process.env.JWT_SECRET!), refreshToken: «sign({ id }, process.env.JWT_SECRET!)» });\n`),
    marked("Nest's service with its own settings twice", 'sharedSecret', nest("«this.jwt.sign({ sub: id }, { expiresIn: '7d' })»")),
    marked('jose with nothing else', 'sharedSecret', jose("new SignJWT({ sub: id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('7d').sign(«key»)")),
    marked('fast-jwt with one key', 'sharedSecret', fast('«process.env.JWT_SECRET»')),
    marked('Fastify', 'sharedSecret', "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  const accessToken = await reply.jwtSign({ sub: '1' }, { expiresIn: '15m' });\n  const refreshToken = await «reply.jwtSign({ sub: '1' }, { expiresIn: '7d' })»;\n  return { accessToken, refreshToken };\n});\n"),
    marked('a key that no caller chooses', 'sharedSecret', `${jwt}const sign = (claims: object, key = process.env.JWT_SECRET!) => jwt.sign(claims, key, { expiresIn: '1d' });\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }), refreshToken: «sign({ id })» });\n`),
    marked('a key that a function gives each time', 'sharedSecret', pair("jwt.sign({ sub: user.id }, keyOf('tokens'), { expiresIn: '15m' })", "jwt.sign({ sub: user.id }, «keyOf('tokens')», { expiresIn: '7d' })", "import { keyOf } from './nowhere';\n")),
    marked('a key in a field', 'sharedSecret', `${jwt}export class Tokens {\n  accessToken(id: string) {\n    const accessToken = jwt.sign({ id }, this.settings.key, { expiresIn: '15m' });\n    return accessToken;\n  }\n  makeRefreshToken(id: string) {\n    return jwt.sign({ id }, «this.settings.key», { expiresIn: '7d' });\n  }\n}\n`),
    marked('an audience of all callers', 'sharedSecret', `${jwt}const sign = (claims: object, audience: string) => jwt.sign(claims, KEY, { expiresIn: '1d', audience });\nexport const tokensFor = (id: string) => ({ accessToken: sign({ id }, 'api'), refreshToken: «sign({ id }, 'api')» });\n`),
    marked('payloads inside an object', 'sharedSecret', `${jwt}const sign = ({ claims }: { claims: object }) => jwt.sign(claims, KEY);\nexport const tokensFor = (id: string) => ({ accessToken: sign({ claims: { id } }), refreshToken: «sign({ claims: { id } })» });\n`),
    marked('options that are none', 'sharedSecret', pair('jwt.sign({ sub: user.id }, KEY, undefined)', "jwt.sign({ sub: user.id }, «KEY», { expiresIn: '7d' })")),
    marked('options that are null', 'sharedSecret', pair('jwt.sign({ sub: user.id }, KEY, null)', "jwt.sign({ sub: user.id }, «KEY», { expiresIn: '7d' })")),
    marked('a row in both', 'sharedSecret', `import { PrismaClient } from '@prisma/client';\n${jwt}const prisma = new PrismaClient();\nexport async function tokensFor(id: string) {\n  const user = await prisma.user.findUnique({ where: { id }, select: { id: true } });\n  const accessToken = jwt.sign({ ...user }, KEY, { expiresIn: '15m' });\n  const refreshToken = jwt.sign({ ...user }, «KEY», { expiresIn: '7d' });\n  return { accessToken, refreshToken };\n}\n`),
    marked('a payload that is spread into both', 'sharedSecret', pair("jwt.sign({ ...claims }, KEY, { expiresIn: '15m' })", "jwt.sign({ ...claims, jti: newId() }, «KEY», { expiresIn: '7d' })", "const claims = { sub: '1', tenant: 'one' };\n")),
    marked('a text as the payload', 'sharedSecret', pair('jwt.sign(`${user.id}`, KEY)', 'jwt.sign(`${user.id}`, «KEY»)')),
    marked('options in an object that names the key', 'sharedSecret', nest("«this.jwt.sign({ sub: id }, { secret: process.env.JWT_SECRET, expiresIn: '7d' })»").replace("this.jwt.sign({ sub: id }),", "this.jwt.sign({ sub: id }, { secret: process.env.JWT_SECRET }),").replace('«this', 'this').replace(')»', ')').replace("{ secret: process.env.JWT_SECRET, expiresIn", "{ secret: «process.env.JWT_SECRET», expiresIn")),
    marked('options in a constant that names the key', 'sharedSecret', nest('«this.jwt.sign({ sub: id }, OPTIONS)»').replace('this.jwt.sign({ sub: id }),', 'this.jwt.sign({ sub: id }, OPTIONS),').replace('@Injectable()', 'const OPTIONS = { secret: process.env.JWT_SECRET };\n@Injectable()')),
    marked('hono/jwt', 'sharedSecret', "import { sign } from 'hono/jwt';\nexport async function tokensFor(id: string) {\n  const [accessToken, refreshToken] = await Promise.all([sign({ id, exp: soon() }, KEY), sign({ id, exp: late() }, «KEY»)]);\n  return { accessToken, refreshToken };\n}\n"),
  ],
});

const TOKENS = `import jwt from 'jsonwebtoken';
import { secret } from './config';
export const makeRefreshToken = (id: string, kind?: string) => jwt.sign({ id, kind: 'refresh' }, secret, { expiresIn: '7d' });
`;
const projects: Record<string, Record<string, string>> = {
  'a secret of the settings, shared by two files': {
    'src/access.ts': "import jwt from 'jsonwebtoken';\nimport { secret } from './config';\nexport const makeAccessToken = (id: string) => jwt.sign({ id }, secret, { expiresIn: '15m' });\n",
    'src/refresh.ts': "import jwt from 'jsonwebtoken';\nimport { secret } from './config';\nexport const makeRefreshToken = (id: string) => jwt.sign({ id }, secret, { expiresIn: '7d' }); // expect: no-shared-token-secret/sharedSecret\n",
    'src/config.ts': 'export const secret = process.env.JWT_SECRET!;\n',
  },
  'a payload that another file holds': {
    'src/tokens.ts': "import jwt from 'jsonwebtoken';\nimport { guest } from './guest';\nexport const makeAccessToken = () => jwt.sign(guest, KEY);\nexport const makeRefreshToken = () => jwt.sign({ name: 'guest' }, KEY); // expect: no-shared-token-secret/sharedSecret\n",
    'src/guest.ts': "export const guest = { name: 'guest' };\n",
  },
  'two secrets of the settings': {
    'src/access.ts': "import jwt from 'jsonwebtoken';\nimport { secrets } from './config';\nexport const makeAccessToken = (id: string) => jwt.sign({ id }, secrets.access, { expiresIn: '15m' });\n",
    'src/refresh.ts': "import jwt from 'jsonwebtoken';\nimport { secrets } from './config';\nexport const makeRefreshToken = (id: string) => jwt.sign({ id }, secrets.refresh, { expiresIn: '7d' });\n",
    'src/config.ts': 'export const secrets = { access: process.env.JWT_SECRET!, refresh: process.env.REFRESH_SECRET! };\n',
  },
  'a claim that a guard in another file checks': {
    'src/tokens.ts': `${TOKENS}export const makeAccessToken = (id: string) => jwt.sign({ id, kind: 'access' }, secret, { expiresIn: '15m' });\n`,
    'src/config.ts': 'export const secret = process.env.JWT_SECRET!;\n',
    'src/read.ts': "import jwt from 'jsonwebtoken';\nimport { secret } from './config';\nexport const read = (token: string) => jwt.verify(token, secret) as { id: string; kind: string };\n",
    'src/guard.ts': "import { read } from './read';\nexport function guard(token: string) {\n  const { kind } = read(token);\n  if (kind !== 'access') throw new Error('not an access token');\n}\n",
  },
  'a claim that no guard checks': {
    'src/tokens.ts': `${TOKENS.replace("'7d' });", "'7d' }); // expect: no-shared-token-secret/uncheckedClaim")}export const makeAccessToken = (id: string) => jwt.sign({ id, kind: 'access' }, secret, { expiresIn: '15m' });\n`,
    'src/config.ts': 'export const secret = process.env.JWT_SECRET!;\n',
    'src/read.ts': "import jwt from 'jsonwebtoken';\nimport { secret } from './config';\nexport const read = (token: string) => jwt.verify(token, secret) as { id: string };\n",
    'src/guard.ts': "import { read } from './read';\nexport function guard(token: string) {\n  const { id } = read(token);\n  if (id === '') throw new Error('not a token');\n}\n",
  },
  'a strategy that checks tokens, and no claim': {
    'src/tokens.ts': `${TOKENS.replace("'7d' });", "'7d' }); // expect: no-shared-token-secret/uncheckedClaim")}export const makeAccessToken = (id: string) => jwt.sign({ id, kind: 'access' }, secret, { expiresIn: '15m' });\n`,
    'src/config.ts': 'export const secret = process.env.JWT_SECRET!;\n',
    'src/strategy.ts': "import { ExtractJwt, Strategy } from 'passport-jwt';\nimport { secret } from './config';\nexport const strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: secret }, (claims, done) => done(null, { id: claims.id }));\n",
  },
  "the secret of Nest's module, stated once more for refresh tokens": {
    'src/auth.module.ts': "import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\nimport { AuthService } from './auth.service';\n@Module({ imports: [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '15m' } })], providers: [AuthService] })\nexport class AuthModule {}\n",
    'src/auth.service.ts': nest("this.jwt.sign({ sub: id }, { secret: process.env.JWT_SECRET, expiresIn: '7d' })").replace("'7d' })", "'7d' }), // expect: no-shared-token-secret/sharedSecret\n   "),
  },
  "a secret beside that of Nest's module": {
    'src/auth.module.ts': "import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\nimport { AuthService } from './auth.service';\n@Module({ imports: [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '15m' } })], providers: [AuthService] })\nexport class AuthModule {}\n",
    'src/auth.service.ts': nest("this.jwt.sign({ sub: id }, { secret: process.env.REFRESH_SECRET, expiresIn: '7d' })"),
  },
  'two modules of Nest with a secret each': {
    'src/auth.module.ts': "import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\nimport { AuthService } from './auth.service';\n@Module({ imports: [JwtModule.register({ secret: process.env.JWT_SECRET })], providers: [AuthService] })\nexport class AuthModule {}\n",
    'src/admin.module.ts': "import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\n@Module({ imports: [JwtModule.register({ secret: process.env.ADMIN_SECRET })] })\nexport class AdminModule {}\n",
    'src/auth.service.ts': nest("this.jwt.sign({ sub: id }, { secret: process.env.ADMIN_SECRET, expiresIn: '7d' })"),
  },
  'a claim that the caller names, checked where tokens are read': {
    'src/tokens.js': "const jwt = require('jsonwebtoken');\nconst config = require('./config');\nconst make = (id, type, secret = config.secret) => jwt.sign({ id, type }, secret);\nconst verify = (token, type) => find({ id: jwt.verify(token, config.secret).id, type });\nconst both = (id) => ({ access: make(id, 'access'), refresh: make(id, 'refresh') });\nmodule.exports = { both, verify };\n",
    'src/strategy.js': "const jwt = require('jsonwebtoken');\nconst config = require('./config');\nmodule.exports = (token) => {\n  const claims = jwt.verify(token, config.secret);\n  if (claims.type !== 'access') throw new Error('not an access token');\n};\n",
    'src/config.js': 'module.exports = { secret: process.env.JWT_SECRET };\n',
  },
};

describe('no-shared-token-secret across files', () => {
  it.each(Object.entries(projects))('%s', (_name, files) => {
    const { found, expected } = judge(files, { rules: { 'no-shared-token-secret': {} } });
    expect(found).toEqual(expected);
  });

  it('names the variable, and where access tokens are signed', () => {
    const [finding] = lintProject(projects['a secret of the settings, shared by two files'] ?? {}, { rules: { 'no-shared-token-secret': {} } });
    expect(finding?.message).toContain('signed with `JWT_SECRET`, the secret of the access tokens that `jwt.sign` (access.ts:3) makes');
  });

  it('names the line where that is the same file', () => {
    const [finding] = lintProject({ 'src/tokens.ts': `${jwt}export const makeAccessToken = (id: string) => jwt.sign({ id }, KEY);\nexport const makeRefreshToken = (id: string) => jwt.sign({ id }, KEY);\n` }, { rules: { 'no-shared-token-secret': {} } });
    expect(finding?.message).toContain('signed with the secret of the access tokens that `jwt.sign` (line 2) makes');
  });

  it('names the claim that nothing looks at', () => {
    const [finding] = lintProject(projects['a claim that no guard checks'] ?? {}, { rules: { 'no-shared-token-secret': {} } });
    expect(finding?.message).toContain('Only the claim `kind` tells the two apart');
  });
});
