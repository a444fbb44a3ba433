/** Secrets that are written in one file and used in another: reported where they are written, whatever leads there. */
import { describe, expect, it } from 'vitest';
import { judge } from '#kit';

const rules = { 'no-hardcoded-secret': {} };
const tokens = (imports: string, key: string) => `import jwt from 'jsonwebtoken';\n${imports}\nexport const tokenFor = (id: string) => jwt.sign({ sub: id }, ${key}, { expiresIn: '15m' });\n`;
const MARK = '// expect: no-hardcoded-secret/literalSecret';
const FALLBACK = '// expect: no-hardcoded-secret/fallbackSecret';

const cases: Record<string, Record<string, string>> = {
  'a named export': { 'src/tokens.ts': tokens("import { KEY } from './config';", 'KEY'), 'src/config.ts': `export const KEY = 's3cr3t'; ${MARK}\n` },
  'a default export': { 'src/tokens.ts': tokens("import config from './config';", 'config.jwt.secret'), 'src/config.ts': `export default {\n  jwt: { secret: 's3cr3t' }, ${MARK}\n};\n` },
  'a default export of a name': { 'src/tokens.ts': tokens("import config from './config';", 'config.jwt.secret'), 'src/config.ts': `const config = {\n  jwt: { secret: process.env.KEY || 's3cr3t' }, ${FALLBACK}\n};\nexport default config;\n` },
  'a namespace': { 'src/tokens.ts': tokens("import * as config from './config';", 'config.tokenKey'), 'src/config.ts': `export const tokenKey = 's3cr3t'; ${MARK}\n` },
  'a barrel': { 'src/tokens.ts': tokens("import { config } from './settings';", 'config.tokenKey'), 'src/settings/index.ts': "export * from './config';\n", 'src/settings/config.ts': `export const config = {\n  tokenKey: 's3cr3t', ${MARK}\n};\n` },
  'a named re-export': { 'src/tokens.ts': tokens("import { tokenKey } from './settings';", 'tokenKey'), 'src/settings/index.ts': "export { tokenKey } from './config';\n", 'src/settings/config.ts': `export const tokenKey = 's3cr3t'; ${MARK}\n` },
  'CommonJS': {
    'src/tokens.js': "const jwt = require('jsonwebtoken');\nconst config = require('./config');\nexports.tokenFor = (id) => jwt.sign({ id }, config.jwt.secret, { expiresIn: '15m' });\n",
    'src/config.js': `module.exports = {\n  jwt: { secret: process.env.KEY || 's3cr3t' }, ${FALLBACK}\n};\n`,
  },
  'CommonJS, taken apart': {
    'src/tokens.js': "const jwt = require('jsonwebtoken');\nconst { tokenKey } = require('./config');\nexports.tokenFor = (id) => jwt.sign({ id }, tokenKey, { expiresIn: '15m' });\n",
    'src/config.js': `exports.tokenKey = 's3cr3t'; ${MARK}\n`,
  },
  'an object that spreads another': {
    'src/tokens.ts': tokens("import { config } from './config';", 'config.tokenKey'),
    'src/config.ts': "import { base } from './base';\nexport const config = { ...base, port: 3000 };\n",
    'src/base.ts': `export const base = {\n  tokenKey: 's3cr3t', ${MARK}\n};\n`,
  },
  'a helper in another file that takes the key': {
    'src/tokens.ts': "import jwt from 'jsonwebtoken';\nexport const make = (id: string, key: string) => jwt.sign({ sub: id }, key, { expiresIn: '15m' });\n",
    'src/login.ts': `import { make } from './tokens';\nexport const login = (id: string) => make(id, 's3cr3t'); ${MARK}\n`,
  },
  'a class of settings that another makes': {
    'src/tokens.ts': "import jwt from 'jsonwebtoken';\nimport { secretKey } from './constants';\nexport class Tokens {\n  private readonly key = secretKey;\n  make(id: string) {\n    return jwt.sign({ sub: id }, this.key, { expiresIn: '15m' });\n  }\n}\n",
    'src/constants.ts': `export const secretKey = 's3cr3t'; ${MARK}\nexport const pageSize = 20;\n`,
  },
  'constants of a Nest module': {
    'src/auth.module.ts': "import { Module } from '@nestjs/common';\nimport { JwtModule } from '@nestjs/jwt';\nimport { jwtConstants } from './constants';\n@Module({ imports: [JwtModule.register({ secret: jwtConstants.secret, signOptions: { expiresIn: '60s' } })] })\nexport class AuthModule {}\n",
    'src/jwt.strategy.ts': "import { Injectable } from '@nestjs/common';\nimport { PassportStrategy } from '@nestjs/passport';\nimport { ExtractJwt, Strategy } from 'passport-jwt';\nimport { jwtConstants } from './constants';\n@Injectable()\nexport class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: jwtConstants.secret });\n  }\n}\n",
    'src/constants.ts': `export const jwtConstants = {\n  secret: 'DO NOT USE THIS VALUE', ${MARK}\n};\n`,
  },
  'settings from the environment': { 'src/tokens.ts': tokens("import config from './config';", 'config.jwt.secret'), 'src/config.ts': 'export default { jwt: { secret: process.env.KEY, issuer: "orders" } };\n' },
  'a text in the same object that is no key': { 'src/tokens.ts': tokens("import config from './config';", 'config.jwt.secret'), 'src/config.ts': "export default { jwt: { secret: process.env.KEY, tokenName: 'access' }, keyPrefix: 'orders:' };\n" },
  'settings that the file refuses without the variable': { 'src/tokens.ts': tokens("import config from './config';", 'config.jwtSecret'), 'src/config.ts': "if (process.env.NODE_ENV === 'production' && !process.env.KEY_OF_TOKENS) throw new Error('KEY_OF_TOKENS is missing');\nexport default { jwtSecret: process.env.KEY_OF_TOKENS || 's3cr3t' };\n" },
  'a secret that only tests use': { 'src/tokens.ts': tokens('', 'process.env.KEY'), 'tests/tokens.test.ts': "import jwt from 'jsonwebtoken';\njwt.sign({ id: 1 }, 's3cr3t');\n" },
  'a key that nobody hands to a library': { 'src/config.ts': "export const secretKey = 'a name of a form field';\n", 'src/form.ts': "import { secretKey } from './config';\nexport const field = { name: secretKey };\n" },
};

describe('no-hardcoded-secret across files', () => {
  it.each(Object.entries(cases))('%s', (_name, files) => {
    const { found, expected } = judge(files, { rules });
    expect(found).toEqual(expected);
  });

  it('names what takes the secret, and where', async () => {
    const { lintProject } = await import('#kit');
    const [finding] = lintProject(cases['a default export'] ?? {}, { rules });
    expect(finding?.message).toContain('by `jwt.sign` (tokens.ts:3)');
  });
});
