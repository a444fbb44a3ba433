/** Tokens without an end, and tokens that live too long. Each harmless case has a twin that is reported. */
import { rule, tester } from '#kit';
import { marked } from './credentials.kit.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
const make = (call: string, before = '') => `${jwt}${before}export const tokenFor = (id: string) => ${call};\n`;
const nest = (call: string, members = '') => `import { Injectable } from '@nestjs/common';\nimport { JwtService } from '@nestjs/jwt';\n@Injectable()\nexport class AuthService {\n  constructor(private readonly jwt: JwtService) {}\n${members}  login(id: string) {\n    return ${call};\n  }\n}\n`;
const jose = (steps: string, payload = '{ id }') => `import { SignJWT } from 'jose';\nexport const tokenFor = (id: string, key: Uint8Array) => new SignJWT(${payload}).setProtectedHeader({ alg: 'HS256' })${steps}.sign(key);\n`;
const pair = (access: string, refresh = "jwt.sign({ sub: id, type: 'refresh' }, REFRESH, { expiresIn: '30d' })") => `${jwt}export function tokens(id: string) {\n  const accessToken = ${access};\n  const refreshToken = ${refresh};\n  return { accessToken, refreshToken };\n}\n`;

tester.run('require-jwt-expiry', rule('require-jwt-expiry'), {
  valid: [
    { name: 'expiresIn', code: make("jwt.sign({ sub: id }, KEY, { expiresIn: '15m' })") },
    { name: 'expiresIn from the environment', code: make('jwt.sign({ sub: id }, KEY, { expiresIn: process.env.JWT_LIFETIME })') },
    { name: 'options in a constant', code: make('jwt.sign({ sub: id }, KEY, options)', "const options = { algorithm: 'HS256', expiresIn: '15m' } as const;\n") },
    { name: 'options from a module that nobody can follow', code: make('jwt.sign({ sub: id }, KEY, options)', "import { options } from './nowhere';\n") },
    { name: 'options that hold others', code: make("jwt.sign({ sub: id }, KEY, { ...shared, subject: id })", "const shared = { expiresIn: 900 };\n") },
    { name: 'options that come in', code: `${jwt}export const make = (id: string, options: jwt.SignOptions) => jwt.sign({ id }, KEY, options);\n` },
    { name: 'an end under a name of its own', code: make('jwt.sign({ sub: id, expiresAt: end().toISOString() }, KEY)') },
    { name: 'the time it was made at', code: make('jwt.sign({ sub: id, createdAt: new Date().toISOString() }, KEY)') },
    { name: 'exp in the payload', code: make('jwt.sign({ sub: id, exp: Math.floor(Date.now() / 1000) + 900 }, KEY)') },
    { name: 'exp in a payload that is a constant', code: make('{ const payload = { sub: id, exp: end() }; return jwt.sign(payload, KEY); }').replace('=> {', '=> {') },
    { name: 'exp that is set later', code: `${jwt}export function tokenFor(id: string) {\n  const payload: Record<string, unknown> = { id };\n  payload.exp = end();\n  return jwt.sign(payload, KEY);\n}\n` },
    { name: 'a payload that nobody knows', code: `${jwt}export const tokenFor = (payload: object) => jwt.sign(payload, KEY);\n` },
    { name: 'a payload whose type may have an exp', code: `${jwt}interface Claims { sub: string; exp?: number }\nexport const tokenFor = (payload: Claims) => jwt.sign(payload, KEY);\n` },
    { name: 'a payload that somebody else made', code: `${jwt}export const tokenFor = () => jwt.sign(claims(), KEY);\n` },
    { name: "jose's step", code: jose(".setExpirationTime('15m')") },
    { name: "jose's step on a line of its own", code: "import { SignJWT } from 'jose';\nexport function tokenFor(id: string, key: Uint8Array) {\n  const token = new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' });\n  token.setExpirationTime('15m');\n  return token.sign(key);\n}\n" },
    { name: "jose's claim", code: jose('', '{ id, exp: end() }') },
    { name: 'hono/jwt with a claim', code: "import { sign } from 'hono/jwt';\nexport const tokenFor = (id: string) => sign({ sub: id, exp: Math.floor(Date.now() / 1000) + 900 }, KEY);\n" },
    { name: 'fast-jwt', code: "import { createSigner } from 'fast-jwt';\nconst sign = createSigner({ key: KEY, expiresIn: 900_000 });\nexport const tokenFor = (id: string) => sign({ id });\n" },
    { name: "Nest's call", code: nest("this.jwt.sign({ sub: id }, { expiresIn: '15m' })") },
    { name: "Nest's call, whose module nobody sees", code: nest('this.jwt.sign({ sub: id })') },
    { name: 'a method of the same name', code: "import { sign } from './documents';\nexport const signed = (id: string) => sign({ id }, KEY);\n" },
    { name: 'a short access token beside a refresh token', code: pair("jwt.sign({ sub: id }, KEY, { expiresIn: '15m' })") },
    { name: 'a day is short enough', code: pair('jwt.sign({ sub: id }, KEY, { expiresIn: 24 * 60 * 60 })') },
    { name: 'a token that lives long, and has no refresh token beside it', code: make("jwt.sign({ sub: id }, KEY, { expiresIn: '60d' })") },
    { name: 'a token for a mail', code: `${pair("jwt.sign({ sub: id }, KEY, { expiresIn: '15m' })")}export const inviteToken = (id: string) => jwt.sign({ id }, KEY, { expiresIn: '14d' });\n` },
    { name: 'a longer maximum', code: pair("jwt.sign({ sub: id }, KEY, { expiresIn: '2d' })"), options: [{ maxHours: 48 }] },
  ],
  invalid: [
    marked('neither options nor claim', 'noExpiry', make('«jwt.sign({ sub: id }, KEY)»')),
    marked('options without it', 'noExpiry', make("«jwt.sign({ sub: id }, KEY, { algorithm: 'HS256' })»")),
    marked('options in a constant without it', 'noExpiry', make('«jwt.sign({ sub: id }, KEY, options)»', "const options = { algorithm: 'HS256' } as const;\n")),
    marked('undefined', 'noExpiry', make('«jwt.sign({ sub: id }, KEY, { expiresIn: undefined })»')),
    marked('a callback in place of options', 'noExpiry', `${jwt}export const tokenFor = (id: string, done: () => void) => «jwt.sign({ id }, KEY, (error, token) => done())»;\n`),
    marked('a text as the payload', 'noExpiry', make('«jwt.sign(`${id}`, KEY)»')),
    marked('a payload of a type without an exp', 'noExpiry', `${jwt}interface Claims { sub: string; role: string }\nexport const tokenFor = (payload: Claims) => «jwt.sign(payload, KEY)»;\n`),
    marked('a payload that all callers make without one', 'noExpiry', `${jwt}const make = (payload: object) => «jwt.sign(payload, KEY)»;\nexport const tokenFor = (id: string) => make({ id });\n`),
    marked('a row', 'noExpiry', "import jwt from 'jsonwebtoken';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function tokenFor(id: string) {\n  const user = await prisma.user.findUnique({ where: { id } });\n  return «jwt.sign({ ...user }, KEY)»;\n}\n"),
    marked('jose', 'noExpiry', jose('.setIssuedAt()').replace('=> new', '=> «new').replace('(key);', '(key)»;')),
    marked('hono/jwt', 'noExpiry', "import { sign } from 'hono/jwt';\nexport const tokenFor = (id: string) => «sign({ sub: id }, KEY)»;\n"),
    marked('jwt-simple', 'noExpiry', "import jwt from 'jwt-simple';\nexport const tokenFor = (id: string) => «jwt.encode({ sub: id }, KEY)»;\n"),
    marked('fast-jwt', 'noExpiry', "import { createSigner } from 'fast-jwt';\nconst sign = createSigner({ key: KEY });\nexport const tokenFor = (id: string) => «sign({ id })»;\n"),
    marked('a long access token beside a refresh token', 'longLived', pair("jwt.sign({ sub: id }, KEY, { expiresIn: «'7d'» })")),
    marked('a long access token, in seconds', 'longLived', pair('jwt.sign({ sub: id }, KEY, { expiresIn: «7 * 24 * 60 * 60» })')),
    marked('a long access token by its claim', 'longLived', pair('jwt.sign({ sub: id, exp: «Math.floor(Date.now() / 1000) + 7 * 24 * 3600» }, KEY)')),
    { ...marked('over a shorter maximum', 'longLived', pair("jwt.sign({ sub: id }, KEY, { expiresIn: «'2h'» })")), options: [{ maxHours: 1 }] },
    { ...marked('a token that has no refresh token beside it', 'longLivedAlone', make("jwt.sign({ sub: id }, KEY, { expiresIn: «'60d'» })")), options: [{ loneTokens: true }] },
    { ...marked('a date that is set ahead', 'longLivedAlone', `${jwt}export function tokenFor(id: string) {\n  const end = new Date();\n  end.setDate(end.getDate() + 60);\n  return jwt.sign({ id, exp: «end.getTime() / 1000» }, KEY);\n}\n`), options: [{ loneTokens: true }] },
  ],
});
