import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, scratch } from '#kit';
import { loggedSecret, sensitivityOf } from '../../src/engine/facts/sensitive.js';
import { originsOf } from '../../src/engine/flow/trace.js';
import { declaredModels, readModels } from '../../src/engine/modules/schemaFiles.js';

describe('a name', () => {
  it.each([
    ['password', 'password'], ['user_password', 'password'], ['passwordHash', 'password'], ['HASHED_PASSWORD', 'password'],
    ['resetPasswordToken', 'once'], ['email_verification_code', 'once'], ['otp', 'once'],
    ['refreshToken', 'secret'], ['clientSecret', 'secret'], ['apiKey', 'secret'], ['two_factor_secret', 'secret'], ['secret', 'secret'],
  ] as const)('%s holds a %s', (name, sensitivity) => {
    expect(sensitivityOf(name)).toBe(sensitivity);
  });

  it.each(['passwordChangedAt', 'hasPassword', 'isPasswordSet', 'tokenType', 'publicKey', 'publishableApiKey', 'confirmPassword', 'passwordPolicy', 'secretary', 'secretName', 'token', 'tokens', 'hash', 'bypass', 'key', 'monkey', 'apiKeyId'])('%s is no secret', (name) => {
    expect(sensitivityOf(name)).toBeUndefined();
  });

  it('of a hash is a secret where it belongs to something that logs in', () => {
    expect([sensitivityOf('hash', true), sensitivityOf('salt', true)]).toEqual(['password', 'password']);
  });

  it('of a token is one for logs where it lets somebody in', () => {
    expect(['authToken', 'jwt', 'authorization', 'idToken', 'token', 'pass', 'pushToken'].filter(loggedSecret)).toEqual(['authToken', 'jwt', 'authorization', 'idToken']);
  });
});

describe('models of a schema file', () => {
  it('have their fields with types, lists marked, braces in defaults or not', () => {
    const models = readModels('generator client {\n  provider = "x"\n}\nmodel User {\n  id Int @id\n  // a note\n  data Json @default("{}")\n  posts Post[]\n  @@index([id])\n}\nmodel Post {\n  id Int\n}\n');
    expect(models.get('User')).toEqual([{ name: 'id', type: 'Int', list: false }, { name: 'data', type: 'Json', list: false }, { name: 'posts', type: 'Post', list: true }]);
    expect([...models.keys()]).toEqual(['User', 'Post']);
  });

  const MODEL = 'model User {\n  id Int\n}\n';
  const found = (files: Record<string, string>, from: string): string[] => [...declaredModels(path.join(scratch(files), from), ['package.json#tool.schema', 'prisma/schema.prisma', 'prisma/schema']).models.keys()];

  it('are those of the nearest folder', () => {
    expect(found({ 'prisma/schema.prisma': 'model Other {\n  id Int\n}\n', 'apps/api/package.json': '{ "name": "api" }', 'apps/api/prisma/schema.prisma': MODEL }, 'apps/api/src/app.ts')).toEqual(['User']);
  });

  it('are those where the manifest says', () => {
    expect(found({ 'package.json': '{ "name": "app", "tool": { "schema": "db/main.prisma" } }', 'db/main.prisma': MODEL }, 'src/app.ts')).toEqual(['User']);
    expect(found({ 'package.json': '{ "name": "app", "tool": { "schema": true } }', 'db/main.prisma': MODEL }, 'src/app.ts')).toEqual([]);
  });

  it('are those of all files of a folder, without its migrations', () => {
    expect(found({ 'prisma/schema/a/user.prisma': MODEL, 'prisma/schema/migrations/old.prisma': 'model Old {\n  id Int\n}\n' }, 'src/app.ts')).toEqual(['User']);
  });

  it('are not looked for in the depths of a folder', () => {
    expect(found({ 'prisma/schema/a/b/c/d/user.prisma': MODEL }, 'src/app.ts')).toEqual([]);
    expect(found({ 'prisma/schema/a/b/c/user.prisma': MODEL }, 'src/app.ts')).toEqual(['User']);
  });

  it('are those of another package of the project', () => {
    expect(found({ 'packages/db/prisma/schema.prisma': MODEL, 'packages/a/index.ts': '' }, 'src/app.ts')).toEqual(['User']);
  });

  it('are none where no package is around', () => {
    expect(declaredModels(path.parse(process.cwd()).root + 'app.ts', ['prisma/schema.prisma']).models.size).toBe(0);
  });

  it('are none where the text declares none', () => {
    expect(readModels('type User = { id: number }').size).toBe(0);
  });
});

describe('the origins of', () => {
  const USER = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String }));\n";
  const from = (code: string): string[] => {
    const { analysis, at, module } = ask(USER + code);
    return originsOf(analysis, at('it'), { callers: false }).map(({ node, path }) => [module.text.slice(node.start, node.end), ...path].join(' '));
  };

  it('a copy are those of what is copied', () => {
    expect(from('const user = new User();\n/* it */ user.toObject();')).toEqual(['new User()']);
  });

  it('a saved document are those of the document', () => {
    expect(from('const user = new User();\n/* it */ user.save();')).toEqual(['new User()']);
  });

  it('what a transaction gives are those of what its callback returns', () => {
    expect(from('const found = await mongoose.connection.transaction(async (session) => load(session));\n/* it */ found;')).toEqual(['load(session)']);
  });
});
