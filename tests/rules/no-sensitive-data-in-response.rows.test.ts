/** Which part of a row is sent, what is known of rows that were just made, and where a client is made. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { exposed, handler, mongoose, prisma, typeorm } from './sensitive.kit.js';

const quiet = (code: string): string => code.replace(/[«»]/g, '');
const HIDDEN = 'password: { type: String, select: false }';
const ONE = 'const user = await User.findById(req.params.id)';
const FIELD = 'res.json({ id: user.id, kept: «user.password» });';
const posts = (body: string): string => handler("import mongoose from 'mongoose';\nimport { pick } from 'lodash';\nconst ref = { type: mongoose.Schema.Types.ObjectId, ref: 'User' };\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ title: String, author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' }, editor: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", body);
const articles = (options: string): string => typeorm('@Column() password: string;', `@Get() all() {\n    return «this.articles.find(${options})»;\n  }`).replace('@ManyToOne(() => User)', '@Column() title: string;\n  @ManyToOne(() => User, { eager: true })');
const token = (method: string): string => handler(`import crypto from 'node:crypto';\nimport mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ email: String, resetToken: String });\nschema.methods.${method}\nconst User = mongoose.model('User', schema);`, 'res.json(await «User.findById(req.params.id)»);');

tester.run('no-sensitive-data-in-response (parts of rows)', rule('no-sensitive-data-in-response'), {
  valid: [
    // Fields by name.
    { name: 'a field that queries do not select', code: quiet(mongoose(HIDDEN, `${ONE};\n  ${FIELD}`)) },
    { name: 'a field that the query leaves out', code: quiet(mongoose('password: String', `${ONE}.select('-password');\n  ${FIELD}`)) },
    { name: 'a token of a row that was just made', code: mongoose('resetToken: String', 'const user = await User.create({ email: req.body.email, resetToken: generate() });\n  res.json({ token: user.resetToken });') },
    { name: 'the signed-in user', code: handler('', 'res.json(req.user);') },
    { name: 'a field by the name of what holds rows', code: mongoose('password: String, data: String', `${ONE};\n  res.json(user.data);`) },

    // Related rows.
    { name: 'one relation of two, with a selection', code: posts("const post = await Post.findById(req.params.id).populate('author', 'email').populate('editor');\n  res.json(post.author);") },
    { name: 'a pick without the relation', code: posts("const post = await Post.findById(req.params.id).populate('author').lean();\n  res.json(pick(post, ['title']));") },
    { name: 'columns without an eager relation', code: quiet(articles("{ select: ['title'] }")) },

    // Rows that were made.
    { name: 'a copy of a row that was read without it', code: quiet(mongoose('password: String', "const old = await User.findById(req.params.id).select('email');\n  res.json(await «User.create({ email: old.email, password: old.password })»);")) },
    { name: 'a token that is stored as a digest', code: quiet(token("remind = function (token) {\n  this.resetToken = crypto.createHash('sha256').update(token).digest('hex');\n};")) },
  ],
  invalid: [
    // Fields by name.
    exposed('a field that is asked for', 'sensitiveField', mongoose(HIDDEN, `${ONE}.select('+password');\n  ${FIELD}`)),
    exposed('a field that alone is asked for', 'sensitiveField', mongoose(HIDDEN, `${ONE}.select('password');\n  ${FIELD}`)),
    exposed('a field of a row that was just made', 'sensitiveField', mongoose(HIDDEN, `const user = await User.create(req.body);\n  ${FIELD}`)),
    exposed('a token of a row that was read', 'sensitiveField', mongoose('resetToken: String', `${ONE};\n  res.json({ token: «user.resetToken» });`)),
    exposed('a field of the signed-in user', 'sensitiveField', handler('', 'res.json({ kept: «req.user.password» });')),
    exposed('what holds rows', 'sensitiveRow', mongoose('password: String', 'const page = await User.paginate({}, { limit: 5 });\n  res.json(«page.docs»);')),
    exposed('a field by a text', 'sensitiveField', mongoose('password: String', `${ONE};\n  res.json({ kept: «user['password']» });`)),

    // Related rows.
    exposed('one relation of two, without a selection', 'sensitiveRow', posts("const post = await Post.findById(req.params.id).populate('author', 'email').populate('editor');\n  res.json(«post.editor»);")),
    exposed('a pick of the relation', 'sensitiveRow', posts("const post = await Post.findById(req.params.id).populate('author').lean();\n  res.json(pick(«post», ['author']));")),
    exposed('an eager relation', 'sensitiveRow', articles('')),
    exposed('columns and an eager relation that is loaded by its name', 'sensitiveRow', articles("{ select: ['title'], relations: ['author'] }")),

    // Rows that were made.
    exposed('a copy of a row that was read with it', 'sensitiveRow', mongoose('password: String', 'const old = await User.findById(req.params.id);\n  res.json(await «User.create({ email: old.email, password: old.password })»);')),
    exposed('a token that is compared with a digest', 'sensitiveRow', token("proves = function (token) {\n  return this.resetToken === crypto.createHash('sha256').update(token).digest('hex');\n};")),
  ],
});

describe('no-sensitive-data-in-response (clients and deeper relations)', () => {
  const found = (files: Record<string, string>): string[] => judge(files, { rules: { 'no-sensitive-data-in-response': {} } }).found;
  const loaded = (answer: string): string[] => found(prisma(`const user = await prisma.user.findFirst({ include: { posts: { include: { author: true } } } });\n  res.json(${answer});`));

  it('tells the relation of a relation that is sent alone', () => {
    expect([loaded('user.posts[0].title').length, loaded('user.posts[0].author').length]).toEqual([0, 1]);
  });

  it('leaves alone a relation of a relation that was not loaded', () => {
    expect(found(prisma('const post = await prisma.post.findFirst({ include: { author: { select: { posts: true } } } });\n  res.json(post.author.posts);'))).toEqual([]);
  });

  it('finds no client beside a class that is handed one', () => {
    const service = (select: string): Record<string, string> => ({
      'prisma/schema.prisma': 'model User {\n  id Int @id\n  password String\n}\n',
      'src/users.ts': `import { Controller, Get } from '@nestjs/common';\nimport { PrismaClient } from '@prisma/client';\n@Controller()\nexport class Users {\n  constructor(private readonly prisma: PrismaClient) {}\n  @Get() all() {\n    return this.prisma.user.findMany(${select});\n  }\n}\n`,
    });
    expect([found(service('{ select: { id: true } }')).length, found(service('')).length]).toEqual([0, 1]);
  });
});
