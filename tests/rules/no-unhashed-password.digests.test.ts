import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { BCRYPT, CRYPTO, faulty, MONGOOSE, posting, PRISMA } from './passwords.kit.js';

const fast = (name: string, code: string, data?: { field: string; algorithm: string }) => faulty('fastHash', { name, code, ...(data && { data }) });
const storing = (imports: string, value: string) => posting(PRISMA + imports, `await prisma.user.create({ data: { password: ${value} } });`);
const KEY = `${CRYPTO}function keyOf(password: string) {\n  return crypto.createHash('sha256').update(password).digest();\n}\n`;
const SEAL = "const longKeyOf = (password: string) => keyOf(password).subarray(0, 32);\nfunction box(key: Buffer, iv: Buffer) {\n  return crypto.createCipheriv('aes-256-ctr', key, iv);\n}\nexport const seal = (password: string, iv: Buffer) => box(longKeyOf(password), iv);\n";

tester.run('no-unhashed-password: fast hashes', rule('no-unhashed-password'), {
  valid: [
    { name: 'a digest of a token', code: posting(PRISMA + CRYPTO, "const token = crypto.createHash('sha256').update(req.body.token).digest('hex');\n  await prisma.session.create({ data: { token } });") },
    { name: 'a digest of a reset token', code: posting(PRISMA + CRYPTO, "const resetPasswordToken = crypto.randomBytes(20).toString('hex');\n  const hash = crypto.createHash('sha256').update(resetPasswordToken).digest('hex');\n  await prisma.user.update({ where: { id: 1 }, data: { resetHash: hash } });") },
    { name: 'a digest of an API key', code: posting(PRISMA + CRYPTO, "await prisma.apiKey.findUnique({ where: { hash: crypto.createHash('sha256').update(req.headers['x-api-key']).digest('hex') } });") },
    { name: 'a fingerprint of an e-mail address', code: posting(CRYPTO, "const avatar = crypto.createHash('md5').update(req.body.email.trim()).digest('hex');\n  log(avatar);") },
    { name: 'an HMAC of a payload', code: posting(CRYPTO, "const signature = crypto.createHmac('sha256', process.env.SECRET).update(req.body.payload).digest('hex');\n  log(signature);") },
    { name: 'a fast hash before a slow one', code: storing(CRYPTO + BCRYPT, "await bcrypt.hash(crypto.createHash('sha512').update(req.body.password).digest('base64'), 12)") },
    { name: 'a fast hash before a slow one, in steps', code: posting(PRISMA + CRYPTO + BCRYPT, "const digest = crypto.createHash('sha512').update(req.body.password).digest('base64');\n  const hash = await bcrypt.hash(digest, 12);\n  await prisma.user.create({ data: { password: hash } });") },
    { name: 'a fast hash before a comparison by a slow one', code: posting(PRISMA + CRYPTO + BCRYPT, "const user = await prisma.user.findUnique({ where: { email: req.body.email } });\n  const digest = crypto.createHash('sha512').update(req.body.password).digest('base64');\n  log(await bcrypt.compare(digest, user.password));") },
    { name: 'the key of a cipher', code: `${CRYPTO}export const seal = (password: string, iv: Buffer) => crypto.createCipheriv('aes-256-ctr', crypto.createHash('sha256').update(password).digest(), iv);\n` },
    { name: 'the key of a cipher, in a variable', code: `${CRYPTO}export function open(password: string, iv: Buffer) {\n  const key = crypto.createHash('sha256').update(password).digest();\n  return crypto.createDecipheriv('aes-256-ctr', key, iv);\n}\n` },
    { name: 'the key of a cipher, by functions', code: KEY + SEAL },
    { name: 'scrypt', code: storing(CRYPTO, "crypto.scryptSync(req.body.password, salt, 64).toString('hex')") },
    { name: 'PBKDF2', code: storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, 600000, 64, 'sha256').toString('hex')") },
    { name: 'a passphrase of a key', code: posting(CRYPTO, "const key = crypto.createHash('sha256').update(req.body.passphrase).digest();\n  log(key);") },
  ],
  invalid: [
    fast('MD5', storing(CRYPTO, "crypto.createHash('md5').update(«req.body.password»).digest('hex')"), { field: 'password', algorithm: 'MD5' }),
    fast('SHA-1', storing(CRYPTO, "crypto.createHash('sha1').update(«req.body.password»).digest('hex')"), { field: 'password', algorithm: 'SHA1' }),
    fast('SHA-256', storing(CRYPTO, "crypto.createHash('sha256').update(«req.body.password»).digest('hex')"), { field: 'password', algorithm: 'SHA256' }),
    fast('SHA-512', storing("import { createHash } from 'node:crypto';\n", "createHash('sha512').update(«req.body.password»).digest('base64')"), { field: 'password', algorithm: 'SHA512' }),
    fast('SHA-3', storing(CRYPTO, "crypto.createHash('sha3-256').update(«req.body.password»).digest('hex')"), { field: 'password', algorithm: 'SHA3-256' }),
    fast('HMAC', storing(CRYPTO, "crypto.createHmac('sha256', process.env.PEPPER).update(«req.body.password»).digest('hex')")),
    fast('a salt in front of it', storing(CRYPTO, "crypto.createHash('sha256').update(«salt + req.body.password»).digest('hex')")),
    fast('a salt before it, fed on its own', storing(CRYPTO, "crypto.createHash('sha256').update(salt).update(«req.body.password»).digest('hex')")),
    fast('crypto.hash', storing(CRYPTO, "crypto.hash('sha256', «req.body.password»)")),
    fast('web crypto', storing('', "Buffer.from(await crypto.subtle.digest('SHA-256', «new TextEncoder().encode(req.body.password)»)).toString('hex')")),
    fast('crypto-js', storing("import CryptoJS from 'crypto-js';\n", 'CryptoJS.SHA256(«req.body.password»).toString()')),
    fast('a module of crypto-js', storing("import sha1 from 'crypto-js/sha1';\n", 'sha1(«req.body.password»).toString()')),
    fast('the md5 package', storing("import md5 from 'md5';\n", 'md5(«req.body.password»)')),
    fast('js-sha256', storing("import { sha256 } from 'js-sha256';\n", 'sha256(«req.body.password»)')),
    fast('object-hash', storing("import hash from 'object-hash';\n", 'hash(«req.body.password»)')),
    fast('Bun', storing('', 'Bun.hash(«req.body.password»).toString()')),
    fast('beside a cipher', `${CRYPTO}${KEY.replace(CRYPTO, '').replace('update(password)', 'update(«password»)')}export const digestOf = (password: string) => keyOf(password).toString('hex');\nexport const seal = (key: Buffer, iv: Buffer) => crypto.createCipheriv('aes-256-ctr', key, iv);\n`),
    fast('the key of a cipher, which is kept as well', `${KEY.replace('update(password)', 'update(«password»)')}${SEAL}export const keep = (password: string) => store(keyOf(password));\n`),
    fast('a key that is handed on', `${KEY.replace('update(password)', 'update(«password»)')}export const keys = ['a'].map(keyOf);\n`),
    fast('a key that nobody takes', `${CRYPTO}crypto.createHash('sha256').update(«config.password»).digest();\n`),
    fast('of a hash that has a name', posting(PRISMA + CRYPTO, "const hasher = crypto.createHash('sha256');\n  hasher.update(«req.body.password»);\n  await prisma.user.create({ data: { hash: hasher.digest('hex') } });"), { field: 'password', algorithm: 'SHA256' }),
    fast('in a variable', posting(PRISMA + CRYPTO, "const { password } = req.body;\n  const hash = crypto.createHash('sha256').update(«password»).digest('hex');\n  await prisma.user.create({ data: { hash } });")),
    fast('a function whose parameter is a password', `${CRYPTO}export function hashPassword(password: string) {\n  return crypto.createHash('sha256').update(«password»).digest('hex');\n}\n`),
    fast('a helper of the file, where the password is handed in', `${CRYPTO}const digest = (text) => crypto.createHash('sha256').update(text).digest('hex');\n${storing('', 'digest(«req.body.password»)')}`),
    fast('a hash of another kind of thing behind a name that promises a slow one', storing(`${CRYPTO}const bcryptHash = (text) => crypto.createHash('md5').update(text).digest('hex');\n`, 'bcryptHash(«req.body.password»)')),
    fast('a hook of a Mongoose model', `import mongoose from 'mongoose';\n${CRYPTO}const schema = new mongoose.Schema({ email: String, password: String });\nschema.pre('save', function (next) {\n  this.password = crypto.createHash('sha256').update(«this.password»).digest('hex');\n  next();\n});\nexport const User = mongoose.model('User', schema);\n`),
    fast("a setter of a Sequelize model's field", `import { DataTypes, Sequelize } from 'sequelize';\n${CRYPTO}export const User = new Sequelize('sqlite::memory:').define('User', {\n  password: {\n    type: DataTypes.STRING,\n    set(value) {\n      this.setDataValue('password', crypto.createHash('sha1').update(«value»).digest('hex'));\n    },\n  },\n});\n`),
    fast("a setter of a Mongoose schema's field", `import mongoose from 'mongoose';\nimport md5 from 'md5';\nconst schema = new mongoose.Schema({ email: String, password: { type: String, set: (value) => md5(«value») } });\nexport const User = mongoose.model('User', schema);\n`),
    fast('a setter of a class', `${CRYPTO}export class User {\n  hash = '';\n  set password(value: string) {\n    this.hash = crypto.createHash('sha256').update(«value»).digest('hex');\n  }\n}\n`),
  ],
});

describe('no-unhashed-password: a fast hash in another file', () => {
  const verdict = (files: Readonly<Record<string, string>>) => {
    const { found, expected } = judge(files, { rules: { 'no-unhashed-password': {} } });
    expect(found).toEqual(expected);
    return expected.length;
  };
  const routes = (value: string) => `import { Router } from 'express';\n${PRISMA}import { digest } from './digest';\nexport const router = Router();\nrouter.post('/users', async (req, res) => {\n  await prisma.user.create({ data: { password: ${value}\n  res.sendStatus(201);\n});\n`;
  const helper = "import { createHash } from 'node:crypto';\nexport function digest(value: string) {\n  return createHash('sha256').update(value).digest('hex');\n}\n";

  it('is reported where the password is handed in', () => {
    expect(verdict({ 'src/routes.ts': routes('digest(req.body.password) } }); // expect: no-unhashed-password/fastHash'), 'src/digest.ts': helper })).toBe(1);
  });

  it('is followed through a further helper', () => {
    expect(verdict({
      'src/routes.ts': routes('digest(req.body.password) } }); // expect: no-unhashed-password/fastHash').replace('./digest', './secrets'),
      'src/secrets.ts': "import { digest as sha } from './digest';\nexport const digest = (text: string) => sha(text);\n",
      'src/digest.ts': helper,
    })).toBe(1);
  });

  it('leaves the same helper alone where a token is handed in', () => {
    expect(verdict({ 'src/routes.ts': routes('null, token: digest(req.body.token) } });'), 'src/digest.ts': helper })).toBe(0);
  });

  it('leaves a helper alone that hashes slowly', () => {
    expect(verdict({ 'src/routes.ts': routes('await digest(req.body.password) } });'), 'src/digest.ts': "import bcrypt from 'bcrypt';\nexport const digest = (value: string) => bcrypt.hash(value, 12);\n" })).toBe(0);
  });
});

const weak = (name: string, code: string, data?: Readonly<Record<string, string>>) => faulty('weakCost', { name, code, ...(data && { data }) });

tester.run('no-unhashed-password: costs', rule('no-unhashed-password'), {
  valid: [
    { name: 'bcrypt with 10 rounds', code: storing(BCRYPT, 'await bcrypt.hash(req.body.password, 10)') },
    { name: 'bcrypt with the cost of the library', code: storing(BCRYPT, 'bcrypt.hashSync(req.body.password)') },
    { name: 'bcrypt with a cost from the environment', code: storing(BCRYPT, 'await bcrypt.hash(req.body.password, Number(process.env.ROUNDS))') },
    { name: 'bcrypt with a good salt', code: storing(BCRYPT, 'await bcrypt.hash(req.body.password, await bcrypt.genSalt(12))') },
    { name: 'few rounds for a token', code: posting(PRISMA + BCRYPT, 'await prisma.session.create({ data: { token: await bcrypt.hash(req.body.token, 4) } });') },
    { name: 'PBKDF2 with SHA-512', code: storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, 210000, 64, 'sha512').toString('hex')") },
    { name: 'PBKDF2 with SHA-256', code: storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, 600_000, 32, 'sha256').toString('hex')") },
    { name: 'PBKDF2 with SHA-1', code: storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, 1300000, 20, 'sha1').toString('hex')") },
    { name: 'PBKDF2 with a digest that cannot be read', code: storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, 1000, 64, process.env.DIGEST).toString('hex')") },
    { name: 'scrypt with the cost of the library', code: storing(CRYPTO, "crypto.scryptSync(req.body.password, salt, 64).toString('hex')") },
    { name: 'scrypt with a good cost', code: storing(CRYPTO, "crypto.scryptSync(req.body.password, salt, 64, { N: 16384 }).toString('hex')") },
    { name: 'argon2 with the cost of the library', code: storing("import argon2 from 'argon2';\n", 'await argon2.hash(req.body.password)') },
    { name: 'argon2 with 7 MiB', code: storing("import argon2 from 'argon2';\n", 'await argon2.hash(req.body.password, { memoryCost: 7168, timeCost: 5 })') },
  ],
  invalid: [
    weak('bcrypt', storing(BCRYPT, 'await bcrypt.hash(req.body.password, «8»)'), { cost: '8', least: '10', unit: 'rounds', library: 'bcrypt' }),
    weak('bcrypt hashSync', storing(BCRYPT, 'bcrypt.hashSync(req.body.password, «5»)')),
    weak('bcryptjs', storing("import { hash } from 'bcryptjs';\n", 'await hash(req.body.password, «8»)')),
    weak('bcrypt genSalt', storing(BCRYPT, 'await bcrypt.hash(req.body.password, await bcrypt.genSalt(«8»))')),
    weak('bcrypt by a constant', storing(`${BCRYPT}const ROUNDS = 8;\n`, 'await bcrypt.hash(req.body.password, «ROUNDS»)')),
    weak('bcrypt by a field of a constant', storing(`${BCRYPT}const settings = { bcrypt: { rounds: 8 } };\n`, 'await bcrypt.hash(req.body.password, «settings.bcrypt.rounds»)')),
    weak('PBKDF2 with SHA-512', storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, «100000», 64, 'sha512').toString('hex')"), { cost: '100000', least: '210000', unit: 'iterations', library: 'node:crypto' }),
    weak('PBKDF2 with SHA-256', storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, «310000», 32, 'sha256').toString('hex')"), { cost: '310000', least: '600000', unit: 'iterations', library: 'node:crypto' }),
    weak('PBKDF2 with SHA-1', storing(CRYPTO, "crypto.pbkdf2Sync(req.body.password, salt, «1000000», 20, 'sha1').toString('hex')"), { cost: '1000000', least: '1300000', unit: 'iterations', library: 'node:crypto' }),
    weak('PBKDF2 by callback', posting(CRYPTO, "crypto.pbkdf2(req.body.password, salt, «1000», 64, 'sha512', (err, key) => {\n    save(key);\n  });")),
    weak('PBKDF2 by promisify', storing(`${CRYPTO}import { promisify } from 'node:util';\nconst pbkdf2 = promisify(crypto.pbkdf2);\n`, "(await pbkdf2(req.body.password, salt, «1000», 64, 'sha512')).toString('hex')")),
    weak('PBKDF2 of crypto-js', storing("import CryptoJS from 'crypto-js';\n", 'CryptoJS.PBKDF2(req.body.password, salt, { keySize: 8, iterations: «1000» }).toString()')),
    weak('scrypt by N', storing(CRYPTO, "crypto.scryptSync(req.body.password, salt, 64, { N: «1024», r: 8, p: 1 }).toString('hex')"), { cost: '1024', least: '16384', unit: 'for N', library: 'node:crypto' }),
    weak('scrypt by cost', storing(CRYPTO, "crypto.scryptSync(req.body.password, salt, 64, { cost: «4096» }).toString('hex')")),
    weak('scrypt by options that have a name', storing(`${CRYPTO}const options = { N: «1024» };\n`, "crypto.scryptSync(req.body.password, salt, 64, options).toString('hex')")),
    weak('PBKDF2 of web crypto', posting('', "const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(req.body.password), 'PBKDF2', false, ['deriveBits']);\n  save(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: «1000» }, key, 256));")),
    weak('argon2', storing("import argon2 from 'argon2';\n", 'await argon2.hash(req.body.password, { memoryCost: «4096» })'), { cost: '4096', least: '7168', unit: 'KiB of memory', library: 'argon2' }),
    weak('@node-rs/argon2', storing("import { hash } from '@node-rs/argon2';\n", 'await hash(req.body.password, { memoryCost: «1024» })')),
    weak('Bun', storing('', "await Bun.password.hash(req.body.password, { algorithm: 'bcrypt', cost: «4» })")),
    weak('in a function that is only for passwords', `${BCRYPT}export const hashPassword = (plain: string) => bcrypt.hash(plain, «8»);\n`),
    weak('in the hook of a model', MONGOOSE.replace("const User = mongoose.model('User', ", 'const schema = ').replace('}));', '});') + `${BCRYPT}schema.pre('save', async function () {\n  this.password = await bcrypt.hash(this.password, «6»);\n});\n`),
  ],
});
