/** Where the fields of a model are declared, and what their types and decorators say. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { exposed, get, handler, mikro, mongoose, prisma, send, typeorm } from './sensitive.kit.js';

const COLUMN = '@Column() password: string;';
const ONE = 'res.json(await «User.findById(req.params.id)»);';
/** A model of a schema with these fields, after some code. */
const schema = (fields: string, before = ''): string => handler(`import mongoose from 'mongoose';\n${before}\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, ${fields} }));`, ONE);
/** A model by whatever it is given. */
const given = (argument: string, before = ''): string => handler(`import mongoose from 'mongoose';\nimport { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';\n${before}\nconst User = mongoose.model('User'${argument});`, ONE);
const quiet = (code: string): string => code.replace(/[«»]/g, '');
const row = get('«this.users.findOneBy({ id })»');
/** A model with a token that proves something, and a handler that answers with it. */
const token = (model: string, body: string): string => handler(`import mongoose from 'mongoose';\nconst Item = mongoose.model('${model}', new mongoose.Schema({ name: String, verificationToken: String }));`, body);
const whole = 'res.json(await «Item.findById(req.params.id)»);';
const named = 'const item = await Item.findById(req.params.id);\n  res.json({ token: «item.verificationToken» });';
/** An answer with articles whose relations come along, and code for their class. */
const team = (member: string, relation = 'members'): string => `import { Controller, Get } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, ManyToMany, ManyToOne, OneToMany, Repository } from 'typeorm';
@Entity()
class User {
  @Column() password: string;
}
@Entity()
class Team {
  @Column() title: string;
  ${member}
}
@Controller()
export class TeamsController {
  constructor(@InjectRepository(Team) private readonly teams: Repository<Team>) {}
  @Get() all() {
    return «this.teams.find({ relations: ['${relation}'] })»;
  }
}
`;

tester.run('no-sensitive-data-in-response (fields)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'the token that proves who owns a domain, in its row', code: quiet(token('CustomDomain', whole)) },
    { name: 'the token that proves who owns a domain, by its name', code: quiet(token('CustomDomain', named)) },
    // Declarations that are not in sight.
    { name: 'a schema that cannot be read', code: quiet(given(', makeSchema()', "import { makeSchema } from './schemas';")) },
    { name: 'a model without a schema', code: quiet(given('')) },
    { name: 'a model that is looked up', code: handler("import mongoose from 'mongoose';\nconst User = mongoose.model(...names);", quiet(ONE)) },
    { name: 'fields that are taken in and cannot be read', code: quiet(schema('...secrets', "import { secrets } from './secrets';")) },
    { name: 'a field whose name is worked out', code: quiet(schema('[FIELD]: String', "import { FIELD } from './fields';")) },

    // Types.
    { name: 'a list of dates by the name of a secret', code: quiet(schema('otp: [Date]')) },
    { name: 'an optional date by the name of a secret', code: typeorm('@Column() resetToken: Date | null;', quiet(row)) },
    { name: 'a type by another name', code: quiet(schema('password: mongoose.Schema.Types.Boolean')) },
    { name: 'a type by a text', code: quiet(schema("password: 'boolean'")) },

    // Decorators.
    { name: 'a class that is excluded', code: quiet(typeorm(COLUMN, row, "import { Exclude } from 'class-transformer';").replace('@Entity()\nexport class User', '@Exclude()\n@Entity()\nexport class User')) },
    { name: 'a field that is excluded by a decorator that is no call', code: quiet(typeorm('@Hidden @Column({ select: false }) password: string;', row, "import { Hidden } from './hidden';")) },
    { name: 'a class that a schema is made for, without it', code: quiet(given(', SchemaFactory.createForClass(Person)', '@Schema() class Person {\n  @Prop({ select: false }) password: string;\n}')) },
    { name: 'a static field', code: typeorm('static password: string;', quiet(row)) },
    { name: 'a private field', code: typeorm('#password: string;', quiet(row)) },
    { name: 'a method', code: typeorm('password() {}', quiet(row)) },

    // Relations.
    { name: 'a list of something else', code: quiet(team('@ManyToMany(() => Tag) members: Tag[];')) },
    { name: 'a relation that is not eager', code: quiet(team('@ManyToOne(() => User) owner: User;').replace("{ relations: ['members'] }", '')) },
  ],
  invalid: [
    exposed('the token that verifies an address, in its row', 'sensitiveRow', token('Signup', whole)),
    exposed('the token that verifies an address, by its name', 'sensitiveField', token('Signup', named)),
    exposed('the token of the user of a domain', 'sensitiveRow', token('DomainUser', whole)),
    // Declarations.
    exposed('a schema by name', 'sensitiveRow', given(', schema', 'const schema = new mongoose.Schema({ password: String });')),
    exposed('a class that a schema is made for', 'sensitiveRow', given(', SchemaFactory.createForClass(Person)', '@Schema() class Person {\n  @Prop() password: string;\n}')),
    exposed('fields that are taken in', 'sensitiveRow', schema('...secrets', 'const secrets = { password: String };')),
    exposed('a field whose name is a text', 'sensitiveRow', schema("['password']: String")),
    exposed('fields that take in each other', 'sensitiveRow', schema('...one', 'const two = { ...one };\nvar one = { ...two, password: String };')),
    exposed('a field of a base class', 'sensitiveRow', typeorm('', row, '').replace('export class User', 'export class User extends Account').replace('@Entity()\n', 'class Account {\n  @Column() password: string;\n}\n@Entity()\n')),
    exposed('an entity by its name', 'sensitiveRow', mikro('', "res.json(await «orm.em.findOne('User', 1)»);")),

    // Types.
    exposed('a list of texts by the name of a secret', 'sensitiveRow', schema('otp: [String]')),
    exposed('a field of a list of objects', 'sensitiveRow', schema('logins: [{ password: String }]')),
    exposed('a list that takes in another', 'sensitiveRow', schema('password: [...types]', 'const types = [String];')),
    exposed('a field of any type', 'sensitiveRow', schema('password: []')),
    exposed('a column without a type', 'sensitiveRow', typeorm('@Column() password;', row)),
    exposed('a type that is worked out', 'sensitiveRow', schema('password: TYPES[0]')),

    // Decorators.
    exposed('a decorator that is no call', 'sensitiveRow', typeorm('@Shown @Column() password: string;', row, "import { Shown } from './shown';")),
    exposed('options of a decorator that cannot be read', 'sensitiveRow', typeorm('@Column(...options) password: string;', row, "import { options } from './options';")),

    // Relations.
    exposed('a list of related rows', 'sensitiveRow', team('@ManyToMany(() => User) members: User[];')),
    exposed('a relation without a type', 'sensitiveRow', team('@ManyToOne(() => User) members;')),
    exposed('an eager relation', 'sensitiveRow', team('@ManyToOne(() => User, { eager: true }) owner: User;').replace("{ relations: ['members'] }", '')),
    exposed('a reference to a model', 'sensitiveRow', mongoose('password: String', "res.json(await «Post.find().populate('author')»);").replace('const app', "const Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: User } }));\nconst app")),
    exposed('a reference by a constant', 'sensitiveRow', mongoose('password: String', "res.json(await «Post.find().populate('author')»);").replace('const app', "const NAME = 'User';\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: NAME } }));\nconst app")),
    exposed('a reference to the name of a class', 'sensitiveRow', handler("import mongoose from 'mongoose';\nimport { Prop, Schema } from '@nestjs/mongoose';\n@Schema() export class User {\n  @Prop() password: string;\n}\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", "res.json(await «Post.find().populate('author')»);")),
  ],
});

const found = (files: Record<string, string>): string[] => judge(files, { rules: { 'no-sensitive-data-in-response': {} } }).found;

describe('no-sensitive-data-in-response (models of other files)', () => {
  const posts = (model: string): Record<string, string> => ({
    'src/models/broken.ts': 'User (',
    'src/models/tag.ts': "import mongoose from 'mongoose';\nexport const Tag = mongoose.model('Tag', new mongoose.Schema({ title: String, by: { ref: 'User' } }));\n",
    'src/models/user.ts': `import mongoose from 'mongoose';\nexport const User = mongoose.model('${model}', new mongoose.Schema({ email: String, password: String }));\n`,
    'src/models/post.ts': "import mongoose from 'mongoose';\nexport const Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));\n",
    'src/app.ts': "import express from 'express';\nimport { Post } from './models/post';\nconst app = express();\napp.get('/posts', async (req, res) => {\n  res.json(await Post.find().populate('author'));\n});\n",
  });

  it('reports a reference to the model of a file beside', () => {
    expect(found(posts('User')).filter((each) => !each.includes('fatal'))).toHaveLength(1);
  });

  it('leaves alone a reference to a model that no file beside declares', () => {
    expect(found(posts('Person')).filter((each) => !each.includes('fatal'))).toEqual([]);
  });

  it('leaves alone a model that the schema file does not declare', () => {
    expect(found(prisma('res.json(await prisma.account.findMany());'))).toEqual([]);
    expect(found(prisma('res.json(await prisma.user.findMany());'))).toHaveLength(1);
  });

  it('leaves alone the rows of a table that nothing declares', () => {
    const table = (answer: string): Record<string, string> => ({ 'src/app.ts': handler("import knex from 'knex';\nconst db = knex({ client: 'pg' });", `const user = await db('users').first();\n  ${answer}`) });
    expect(found(table('res.json(user);'))).toEqual([]);
    expect(found(table('res.json(user.password);'))).toHaveLength(1);
  });

  it('leaves alone references that are no names', () => {
    const answer = send("Post.find().populate('author')");
    const code = (ref: string): string => handler(`import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { ref: ${ref} } }));`, answer);
    expect(found({ 'src/app.ts': code('(post) => post.kind') })).toEqual([]);
    expect(found({ 'src/app.ts': code("'User'") })).toHaveLength(1);
  });
});

/** A Mongoose model by its name and its fields, and a handler that sends a row of it. */
const ofModel = (model: string, fields: string, sent: string): string => handler(`import mongoose from 'mongoose';\nconst ${model} = mongoose.model('${model}', new mongoose.Schema({ ${fields} }));`, `res.json(${sent});`);

tester.run('no-sensitive-data-in-response: passwords of what nobody logs in with', rule('no-sensitive-data-in-response'), {
  valid: [{ name: 'the password of a shared link', code: ofModel('Link', 'url: String, password: String', 'await Link.findById(req.params.id)') }],
  invalid: [
    exposed('the hash of it', 'sensitiveRow', ofModel('Link', 'url: String, passwordHash: String', 'await «Link.findById(req.params.id)»')),
    exposed('the password of something with an address to log in by', 'sensitiveRow', ofModel('Guest', 'email: String, password: String', 'await «Guest.findById(req.params.id)»')),
    exposed('the password of an account', 'sensitiveRow', ofModel('Account', 'url: String, password: String', 'await «Account.findById(req.params.id)»')),
  ],
});
