/** What a model, a plugin of it or its client takes out of every row. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { exposed, handler, mongoose, objection, prisma, sequelize } from './sensitive.kit.js';

const quiet = (code: string): string => code.replace(/[«»]/g, '');
const ONE = 'res.json(await «User.findById(req.params.id)»);';
const FIRST = 'res.json(await «User.findByPk(req.params.id)»);';
/** A Mongoose model, and code between its schema and itself. */
const model = (more: string, before = ''): string => `${before}\n${mongoose('password: String', ONE, more)}`;
/** A schema with a `toJSON` that ends so. */
const toJSON = (body: string): string => model(`schema.methods.toJSON = function () {\n  const row = this.toObject();\n  ${body}\n};`);
const decorated = (decorator: string): string => handler(`import { Column, DefaultScope, Model, Table } from 'sequelize-typescript';\n${decorator}\n@Table\nclass User extends Model {\n  @Column declare email: string;\n  @Column declare password: string;\n}`, FIRST);

tester.run('no-sensitive-data-in-response (serializers)', rule('no-sensitive-data-in-response'), {
  valid: [
    // Functions.
    { name: 'a toJSON that makes an object of its own', code: quiet(toJSON('return { id: row._id, email: row.email };')) },
    { name: 'a toJSON that takes out names that it works out', code: quiet(toJSON('for (const key of HIDDEN) delete row[key];\n  return row;')) },
    { name: 'a toJSON that leaves the work to others', code: quiet(toJSON('return present(row);')) },
    { name: 'a toJSON that calls what a call gives', code: quiet(toJSON('return presenterOf(row)(row);')) },
    { name: 'a toJSON by a name', code: quiet(model("schema.set('toJSON', { transform });", 'function transform(doc, ret) {\n  delete ret.password;\n}')) },
    { name: 'a toJSON that cannot be read', code: quiet(model("schema.set('toJSON', options);", "import { options } from './options';")) },
    { name: 'a toJSON by options that a name holds', code: quiet(model("schema.set('toJSON', options);", 'const options = { transform(doc, ret) { delete ret.password; } };')) },
    { name: 'a toJSON of a class', code: quiet(objection('res.json(await «User.query().findById(req.params.id)»);', 'toJSON() {\n    return { email: this.email };\n  }')) },
    { name: 'a toJSON of a field of a class', code: quiet(objection('res.json(await «User.query().findById(req.params.id)»);', 'toJSON = () => ({ email: this.email });')) },
    { name: 'a toJSON of a base class', code: quiet(objection('res.json(await «User.query().findById(req.params.id)»);')).replace('class User extends Model', 'class Base extends Model {\n  toJSON() {\n    return { email: this.email };\n  }\n}\nclass User extends Base') },

    // Plugins.
    { name: 'a plugin of the app that takes it out', code: quiet(model('schema.plugin(hide);', 'function hide(target) {\n  target.options.toJSON = { transform(doc, ret) { delete ret.password; } };\n}')) },
    { name: 'a plugin of a package whose name tells', code: quiet(model('schema.plugin(hidden());', "import hidden from 'mongoose-hidden';")) },
    { name: 'a plugin that cannot be seen', code: quiet(model("schema.plugin(require('./plugins/' + name));")) },

    // Scopes.
    { name: 'a default scope by a decorator', code: quiet(decorated("@DefaultScope(() => ({ attributes: { exclude: ['password'] } }))")) },
    { name: 'a default scope by a decorator, as an object', code: quiet(decorated("@DefaultScope({ attributes: ['id', 'email'] })")) },
    { name: 'a default scope by a name', code: quiet(sequelize(FIRST, '', ', { defaultScope }')).replace('const User', "const defaultScope = { attributes: { exclude: ['password'] } };\nconst User") },
  ],
  invalid: [
    // Functions.
    exposed('a toJSON that adds to a copy', 'sensitiveRow', toJSON('return { ...row, id: row._id };')),
    exposed('a toJSON that takes out another', 'sensitiveRow', toJSON('delete row._id;\n  return row;')),
    exposed('a toJSON that only copies', 'sensitiveRow', toJSON('return Object.assign({}, row);')),
    exposed('a toJSON by a name, without it', 'sensitiveRow', model("schema.set('toJSON', { transform });", 'function transform(doc, ret) {\n  delete ret._id;\n}')),
    exposed('a toJSON that is switched on', 'sensitiveRow', model("schema.set('toJSON', true);")),
    exposed('a toJSON by options that a name holds, without it', 'sensitiveRow', model("schema.set('toJSON', options);", 'const options = { virtuals: true };')),
    exposed('a toJSON of a class, without it', 'sensitiveRow', objection('res.json(await «User.query().findById(req.params.id)»);', 'toJSON() {\n    return super.toJSON();\n  }')),
    exposed('a toJSON of a class that is none of its bases', 'sensitiveRow', objection('res.json(await «User.query().findById(req.params.id)»);').replace('class User extends Model', 'class Base extends Model {}\nclass User extends Base')),

    // Plugins.
    exposed('a plugin of the app that takes out another', 'sensitiveRow', model('schema.plugin(hide);', 'function hide(target) {\n  target.options.toJSON = { transform(doc, ret) { delete ret._id; } };\n}')),
    exposed('a plugin of the app that is about something else', 'sensitiveRow', model('schema.plugin(stamp);', 'function stamp(target) {\n  target.add({ stampedAt: now() });\n}')),
    exposed('a plugin of a package that is about something else', 'sensitiveRow', model('schema.plugin(paginate);', "import paginate from 'mongoose-paginate-v2';")),

    // Scopes.
    exposed('a default scope by a decorator, without another', 'sensitiveRow', decorated("@DefaultScope(() => ({ attributes: { exclude: ['createdAt'] } }))")),
    exposed('a decorator that is no scope', 'sensitiveRow', decorated('@Scopes(() => ({ small: { limit: 5 } }))')),
    exposed('a default scope by a name, without another', 'sensitiveRow', sequelize(FIRST, '', ', { defaultScope }').replace('const User', "const defaultScope = { attributes: { exclude: ['createdAt'] } };\nconst User")),
  ],
});

describe('no-sensitive-data-in-response (serializers of other files)', () => {
  const found = (files: Record<string, string>): string[] => judge(files, { rules: { 'no-sensitive-data-in-response': {} } }).found;
  const app = "import express from 'express';\nimport { User } from './models/user';\nconst app = express();\napp.get('/users', async (req, res) => {\n  res.json(await User.find());\n});\n";
  const files = (field: string): Record<string, string> => ({
    'src/models/schema.ts': `import mongoose from 'mongoose';\nexport const schema = new mongoose.Schema({ password: String }, { toJSON: { transform(doc, ret) { delete ret.${field}; } } });\n`,
    'src/models/user.ts': "import mongoose from 'mongoose';\nimport { schema } from './schema';\nexport const User = mongoose.model('User', schema);\n",
    'src/app.ts': app,
  });

  it('reads the toJSON beside the schema', () => {
    expect([found(files('password')).length, found(files('_id')).length]).toEqual([0, 1]);
  });

  it('reads what a client works out for all rows', () => {
    const client = (name: string): string => `new PrismaClient().$extends({ result: { user: { ${name}: { compute: () => undefined } } } })`;
    const answer = 'res.json(await prisma.user.findMany());';
    expect([found(prisma(answer, client('password'))).length, found(prisma(answer, client('nickname'))).length]).toEqual([0, 1]);
  });
});
