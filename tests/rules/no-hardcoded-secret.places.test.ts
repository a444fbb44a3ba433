/** Where secrets are taken and where they come from. Each harmless case has a twin that is reported. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { marked } from './credentials.kit.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
const sign = (key: string, before = '') => `${jwt}${before}export const tokenFor = (id: string) => jwt.sign({ sub: id }, ${key}, { expiresIn: '15m' });\n`;
const strategy = (base: string, key: string) => `import { ExtractJwt, Strategy } from 'passport-jwt';\nimport { PassportStrategy } from '@nestjs/passport';\nexport class JwtStrategy extends ${base} {\n  constructor() {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: ${key} });\n  }\n}\n`;
const config = "import { ConfigService } from '@nestjs/config';\nconst config = new ConfigService();\n";
const SECRET = "«'s3cr3t'»";

tester.run('no-hardcoded-secret: places', rule('no-hardcoded-secret'), {
  valid: [
    { name: 'a strategy with a key of the environment', code: strategy('Strategy', 'process.env.JWT_KEY') },
    { name: 'a base class of the app', code: strategy('Base', "'s3cr3t'") },
    { name: 'a base that a function of the app gives', code: strategy('mixin(Strategy)', "'s3cr3t'") },
    { name: 'a base that is made of a strategy of the app', code: strategy('PassportStrategy(Own)', "'s3cr3t'") },
    { name: 'a base that is made of nothing', code: strategy('PassportStrategy()', "'s3cr3t'") },
    { name: 'a plugin of the app', code: "import Fastify from 'fastify';\nimport { own } from './own';\nFastify().register(own, { secret: 's3cr3t' });\n" },
    { name: "Bun's environment", code: sign('Bun.env.MY_KEY') },
    { name: "Vite's environment", code: sign('import.meta.env.MY_KEY') },
    { name: 'keys of the environment for signed cookies', code: "import Koa from 'koa';\nconst app = new Koa();\napp.keys = [process.env.MY_KEY];\n" },
    { name: 'a text that is put under a name nobody can read', code: "import Koa from 'koa';\nconst app = new Koa();\napp[name] = ['s3cr3t'];\n" },
    { name: 'the data of a digest', code: "import crypto from 'node:crypto';\nconst mac = crypto.createHmac('sha256', process.env.MY_KEY);\nmac.update('s3cr3t');\n" },
    { name: 'a function that is called without a key', code: `${jwt}const make = (id: string, key?: string) => jwt.sign({ sub: id }, key ?? process.env.MY_KEY, { expiresIn: '15m' });\nconst outer = (id: string) => make(id);\nexport const tokenFor = (id: string) => outer(id);\n` },
  ],
  invalid: [
    marked('a strategy with a key in place', 'literalSecret', strategy('Strategy', SECRET)),
    marked('a base that Nest makes of a strategy', 'literalSecret', strategy('PassportStrategy(Strategy)', SECRET)),
    marked('a plugin of a package', 'literalSecret', `import Fastify from 'fastify';\nimport fastifyJwt from '@fastify/jwt';\nFastify().register(fastifyJwt, { secret: ${SECRET} });\n`),
    marked("a fallback for Bun's environment", 'fallbackSecret', sign(`Bun.env.MY_KEY || ${SECRET}`)),
    marked("a fallback for Vite's environment", 'fallbackSecret', sign(`import.meta.env.MY_KEY || ${SECRET}`)),
    marked('a fallback for an argument of the process', 'literalSecret', sign(`process.argv[2] || ${SECRET}`)),
    marked('a fallback for something else of a module', 'literalSecret', sign(`import.meta.key || ${SECRET}`)),
    marked('a fallback for a setting', 'fallbackSecret', sign(`config.get('MY_KEY') || ${SECRET}`, config)),
    marked('a fallback for a setting whose name nobody can read', 'literalSecret', sign(`config.get(name) || ${SECRET}`, config)),
    marked('a fallback for what a function gives', 'literalSecret', sign(`load(1) || ${SECRET}`, "import { load } from './load';\n")),
    marked('keys for signed cookies', 'literalSecret', `import Koa from 'koa';\nconst app = new Koa();\napp.keys = [${SECRET}];\n`),
    marked('the key of a digest that goes on elsewhere', 'literalSecret', `import crypto from 'node:crypto';\nconst mac = crypto.createHmac('sha256', ${SECRET});\nmac.update(body);\n`),
    marked('a function that calls itself with the key', 'literalSecret', `${jwt}function make(id: string, key: string, tries: number): string {\n  return tries > 0 ? make(id, key, tries - 1) : jwt.sign({ sub: id }, key, { expiresIn: '15m' });\n}\nexport const tokenFor = (id: string) => make(id, ${SECRET}, 1);\n`),
    marked('a key that two functions hand on', 'literalSecret', `${jwt}const make = (id: string, key?: string) => jwt.sign({ sub: id }, key, { expiresIn: '15m' });\nconst outer = (id: string, key: string) => make(id, key);\nexport const tokenFor = (id: string) => outer(id, ${SECRET});\n`),
    marked('a function of the app that has its own', 'literalSecret', `${jwt}const make = (id: string) => jwt.sign({ sub: id }, ${SECRET}, { expiresIn: '15m' });\nexport const tokenFor = (id: string) => make(id);\n`),
  ],
});

describe('no-hardcoded-secret: texts of another file', () => {
  const user = "import jwt from 'jsonwebtoken';\nimport { SECRET } from './settings';\nexport const tokenFor = (id) => jwt.sign({ id }, SECRET, { expiresIn: '15m' });\n";
  const LITERAL = '// expect: no-hardcoded-secret/literalSecret';
  it.each([
    ['one of two texts', `export const SECRET = isLarge\n  ? 'first' ${LITERAL}\n  : 'second'; ${LITERAL}\n`],
    ['the second of two', "export const SECRET = isLarge\n  ? process.env.FIRST\n  : 'second'; // expect: no-hardcoded-secret/fallbackSecret\n"],
    ['none of them', 'export const SECRET = isLarge\n  ? process.env.FIRST\n  : process.env.SECOND;\n'],
  ])('%s', (_name, settings) => {
    const { found, expected } = judge({ 'user.ts': user, 'settings.ts': settings }, { rules: { 'no-hardcoded-secret': {} } });
    expect(found).toEqual(expected);
  });
});
