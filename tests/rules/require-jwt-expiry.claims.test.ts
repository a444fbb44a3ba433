/** What a payload may hold without being seen, and which of two tokens is the one for access. Each harmless case has a twin that is reported. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { marked } from './credentials.kit.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
const short = "jwt.sign({ sub: id }, KEY, { expiresIn: '15m' })";
const long = "jwt.sign({ sub: id }, KEY, { expiresIn: «'7d'» })";
const refresh = "jwt.sign({ sub: id }, REFRESH, { expiresIn: '30d' })";
const body = (text: string) => `${jwt}export async function issue(id: string, name: string) {\n  ${text}\n}\n`;

/** What a token is put into says what it is for. */
const holders: readonly [name: string, text: (access: string) => string][] = [
  ['a list that is taken apart', (access) => `const [accessToken, refreshToken] = await Promise.all([${access}, ${refresh}]);\n  return { accessToken, refreshToken };`],
  ['a list that is taken apart with a gap', (access) => `const [, accessToken, refreshToken] = await Promise.all([audit(), ${access}, ${refresh}]);\n  return { accessToken, refreshToken };`],
  ['a list that is taken apart further', (access) => `const [{ length }, refreshToken] = [${access}, ${refresh}];\n  return { length, refreshToken };`],
  ['properties', (access) => `return { access: ${access}, refresh: ${refresh} };`],
  ['properties whose names nobody can read', (access) => `return { [name]: ${access}, refresh: ${refresh} };`],
  ['variables that are assigned', (access) => `let access, refresh;\n  access = ${access};\n  refresh = ${refresh};\n  return { access, refresh };`],
  ['fields that are assigned', (access) => `const tokens = {};\n  tokens.accessToken = ${access};\n  tokens.refreshToken = ${refresh};\n  return tokens;`],
  ['elements that are assigned', (access) => `const tokens = {};\n  tokens[name] = ${access};\n  tokens.refreshToken = ${refresh};\n  return tokens;`],
  ['a variable whose parts are taken', (access) => `const { length } = ${access};\n  const refreshToken = ${refresh};\n  return [length, refreshToken];`],
  ['functions', (access) => `const accessFor = () => ${access};\n  const refreshFor = () => ${refresh};\n  return [accessFor(), refreshFor()];`],
];

const sign = (parameter: string, call = 'jwt.sign(payload, KEY)') => `${jwt}TYPES\nexport const tokenFor = (${parameter}) => ${call};\n`;
const typed = (types: string, parameter: string, call?: string) => sign(parameter, call).replace('TYPES', types);

tester.run('require-jwt-expiry: which token', rule('require-jwt-expiry'), {
  valid: holders.map(([name, text]) => ({ name: `${name}, for a short time`, code: body(text(short)) })),
  invalid: holders.map(([name, text]) => marked(`${name}, for a long time`, 'longLived', body(text(long)))),
});

tester.run('require-jwt-expiry: what a payload may hold', rule('require-jwt-expiry'), {
  valid: [
    { name: 'a body of a request', code: `import express from 'express';\n${jwt}const app = express();\napp.post('/token', (req, res) => res.json(jwt.sign(req.body, KEY)));\n` },
    { name: 'a parameter whose type has an end', code: typed('', 'payload: { sub: string; exp: number }') },
    { name: 'a type that extends another one', code: typed('interface Base { exp: number }\ninterface Claims extends Base { sub: string }', 'payload: Claims') },
    { name: 'an alias of a type with an end', code: typed('type Claims = { sub: string; exp: number };', 'payload: Claims') },
    { name: 'a class', code: typed('class Claims { sub = 1; }', 'payload: Claims') },
    { name: 'a type of a namespace', code: typed('', 'payload: jwt.JwtPayload') },
    { name: 'a type that takes any name', code: typed('', 'payload: { [name: string]: string }') },
    { name: 'a parameter that is taken apart', code: typed('type Claims = { sub: string };', '{ ...payload }: Claims') },
    { name: 'a parameter without a type', code: typed('', 'payload') },
    { name: 'an error', code: `${jwt}export function tokenFor() { try { run(); } catch (error) { return jwt.sign(error, KEY); } }\n` },
    { name: 'a factory of settings that nobody can see, for Nest', code: "import { JwtModule, JwtService } from '@nestjs/jwt';\nimport { Module } from '@nestjs/common';\nimport { made } from './made';\n@Module({ imports: [JwtModule.registerAsync({ useFactory: made })] })\nexport class AuthModule { constructor(private readonly jwt: JwtService) {} login(id: string) { return this.jwt.sign({ id }); } }\n" },
  ],
  invalid: [
    marked('a field of a body of a request', 'noExpiry', `import express from 'express';\n${jwt}const app = express();\napp.post('/token', (req, res) => res.json(«jwt.sign({ id: req.body.id }, KEY)»));\n`),
    marked('a text', 'noExpiry', typed('', 'payload: string', '«jwt.sign(payload, KEY)»')),
    marked('a written text', 'noExpiry', typed('', 'id', "«jwt.sign('user', KEY)»")),
    marked('a type that is written in place', 'noExpiry', typed('', 'payload: { sub: string }', '«jwt.sign(payload, KEY)»')),
    marked('an interface that extends nothing', 'noExpiry', typed('interface Claims { sub: string }', 'payload: Claims', '«jwt.sign(payload, KEY)»')),
    marked('an alias', 'noExpiry', typed('type Claims = { sub: string };', 'payload: Claims', '«jwt.sign(payload, KEY)»')),
    marked('a function with a name in place of options', 'noExpiry', typed('const done = (error, token) => keep(token);', 'id', '«jwt.sign({ id }, KEY, done)»')),
    marked('a document of a model', 'noExpiry', `${jwt}import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String }));\nexport const tokenFor = (name: string) => {\n  const user = new User({ name });\n  return «jwt.sign({ ...user }, KEY)»;\n};\n`),
  ],
});

const ahead = (end: string) => `${jwt}import { addDays, addHours } from 'date-fns';\nexport const tokenFor = (id: string) => jwt.sign({ id, exp: ${end} }, KEY);\n`;
const loneTokens = [{ loneTokens: true }];

tester.run('require-jwt-expiry: dates that a function moves on', rule('require-jwt-expiry'), {
  valid: [
    { name: 'some hours', code: ahead('parseInt((addHours(new Date(), 7).getTime() / 1000).toFixed(0))'), options: loneTokens },
    { name: 'days that come in', code: ahead('Math.floor(addDays(new Date(), days).getTime() / 1000)'), options: loneTokens },
    { name: 'days that are spread', code: ahead('Math.floor(addDays(...days).getTime() / 1000)'), options: loneTokens },
    { name: 'a date that comes in', code: ahead('Math.floor(addDays(start, 7).getTime() / 1000)'), options: loneTokens },
    { name: 'no days', code: ahead('Math.floor(addDays(new Date()).getTime() / 1000)'), options: loneTokens },
  ],
  invalid: [
    { ...marked('some days', 'longLivedAlone', ahead('«parseInt((addDays(new Date(), 7).getTime() / 1000).toFixed(0))»')), options: loneTokens },
    { ...marked('some days from now', 'longLivedAlone', ahead('«Math.floor(addDays(Date.now(), 7).getTime() / 1000)»')), options: loneTokens },
    { ...marked('days and hours', 'longLivedAlone', ahead('«Math.floor(addHours(addDays(new Date(), 7), 2).getTime() / 1000)»')), options: loneTokens },
  ],
});

const NEVER = ' // expect: require-jwt-expiry/noExpiry';
const project = (claims: string, mark: string, imported = './claims') => ({ 'token.ts': `${jwt}import type { Claims } from '${imported}';\nexport const tokenFor = (payload: Claims) => jwt.sign(payload, KEY);${mark}\n`, 'claims.ts': claims });
describe('require-jwt-expiry and types of other files', () => {
  it.each([
    ['one without an end', project('export interface Claims { sub: string }\n', NEVER)],
    ['one with an end', project('export interface Claims { sub: string; exp: number }\n', '')],
    ['one that the file hands on', project("export { Claims } from './elsewhere';\n", '')],
    ['one that is not there', project('export {};\n', '')],
    ['one of a file that is not there', project('', '', './missing')],
  ])('%s', (_name, files) => {
    const { found, expected } = judge(files, { rules: { 'require-jwt-expiry': {} } });
    expect(found).toEqual(expected);
  });
});
