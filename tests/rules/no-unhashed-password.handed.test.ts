/** Passwords in rows that are handed to functions which write rows of whatever model. */
import { expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { BCRYPT, faulty, MONGOOSE, posting, PRISMA } from './passwords.kit.js';

const EXPECT = ' // expect: no-unhashed-password/plaintext';

const ENTITY = (members: string) => `import { BeforeInsert, Column, Entity } from 'typeorm';\n${BCRYPT}@Entity()\nexport class User {\n  @Column() email: string;\n  @Column() password: string;\n${members}\n}\n`;
const HOOK = '  @BeforeInsert()\n  async protect() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }';
const STORE = `import { DeepPartial, Repository } from 'typeorm';
export abstract class Store<Entity> {
  protected constructor(protected readonly repository: Repository<Entity>) {}
  protected prepare(row: DeepPartial<Entity>) {
    return row;
  }
  add(row: DeepPartial<Entity>) {
    return this.repository.save(this.prepare(row));
  }
  change(id: string, row: DeepPartial<Entity>) {
    return this.repository.update(id, row);
  }
}
`;
const users = (members = '', of = 'User') => `import { Injectable } from '@nestjs/common';\n${BCRYPT}import { InjectRepository } from '@nestjs/typeorm';\nimport { Repository } from 'typeorm';\nimport { Store } from './store';\nimport { User } from './user';\n@Injectable()\nexport class Users extends Store<${of}> {\n  constructor(@InjectRepository(User) repository: Repository<User>) {\n    super(repository);\n  }\n${members}\n}\n`;
const controller = (call: string) => `import { Body, Controller, Post } from '@nestjs/common';\n${BCRYPT}import { Users } from './users';\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly users: Users) {}\n  @Post()\n  async create(@Body() body: { email: string; password: string }) {\n    return ${call};\n  }\n}\n`;
const ADD = 'this.users.add({ email: body.email, password: body.password })';

it.each<[title: string, user: string, users: string, call: string, mark: string]>([
  ['a row of a base class for all entities', ENTITY(''), users(), ADD, EXPECT],
  ['a row that was changed in place', ENTITY(''), users("  async change(changes: Partial<User>) {\n    const user = await this.repository.findOneBy({ id: 1 });\n    return this.repository.save(Object.assign(user, changes));\n  }"), 'this.users.change({ password: body.password })', EXPECT],
  ['a row that was changed in place, hashed before', ENTITY(''), users("  async change(changes: Partial<User>) {\n    const user = await this.repository.findOneBy({ id: 1 });\n    return this.repository.save(Object.assign(user, changes));\n  }"), 'this.users.change({ password: await bcrypt.hash(body.password, 12) })', ''],
  ['a hashed one', ENTITY(''), users(), 'this.users.add({ email: body.email, password: await bcrypt.hash(body.password, 12) })', ''],
  ['the entity has a hook that hashes', ENTITY(HOOK), users(), ADD, ''],
  ['the entity has a hook, which does not run for an update', ENTITY(HOOK), users(), "this.users.change('1', { password: body.password })", EXPECT],
  ['the class hashes in what the base class calls', ENTITY(''), users('  protected override prepare(row) {\n    return { ...row, password: bcrypt.hashSync(row.password, 12) };\n  }'), ADD, ''],
  ['the class hashes elsewhere', ENTITY(''), users('  digest(text) {\n    return bcrypt.hashSync(text, 12);\n  }'), ADD, EXPECT],
  ['an entity that nobody can see, which may have a hook', ENTITY(''), users('', 'any'), ADD, ''],
])('%s', (_title, user, store, call, mark) => {
  const { found, expected } = judge({ 'src/users.controller.ts': controller(call).replace(call, `${call};${mark}`).replace(';;', ';'), 'src/users.ts': store, 'src/store.ts': STORE, 'src/user.ts': user }, { rules: { 'no-unhashed-password': {} } });
  expect(found).toEqual(expected);
});

const TABLES = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nconst tableOf = (name) => ({\n  insert: (row) => db(name).insert(row),\n  insertAll: async (rows) => {\n    for (let at = 0; at < rows.length; at += 100) await db(name).insert(rows.slice(at, at + 100));\n  },\n  find: (row) => db(name).where(row),\n});\nconst users = tableOf('users');\nconst mailboxes = tableOf('mailboxes');\n";

tester.run('no-unhashed-password: handed on', rule('no-unhashed-password'), {
  valid: [
    { name: 'a row of something else', code: posting(TABLES, 'await mailboxes.insert({ host: req.body.host, password: req.body.password });') },
    { name: 'what a function filters by', code: posting(TABLES, 'res.json(await users.find({ name: req.body.password }));') },
    { name: 'a row that is handed on without its password', code: posting(`${TABLES}const add = ({ password, ...rest }) => users.insert(rest);\nconst registerUser = (row) => add(row);\n`, 'await registerUser({ email: req.body.email, password: req.body.password });') },
    { name: 'a password under another name in another column', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { nickname: req.body.next } });') },
    { name: 'a hash under another name', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { password: req.body.digest } });') },
    { name: 'a password under another name, of something else', code: posting(PRISMA, 'await prisma.router.update({ where: { id: 1 }, data: { password: req.body.pin } });') },
    { name: 'a password under another name for the hash of one', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { passwordHash: req.body.secret } });') },
  ],
  invalid: [
    faulty('plaintext', { name: 'a row for any table', code: posting(TABLES, 'await users.insert({ email: req.body.email, passwordHash: «req.body.password» });'), data: { field: 'passwordHash', target: 'users.insert' } }),
    faulty('plaintext', { name: 'rows for any table', code: posting(TABLES, 'await users.insertAll(req.body.users.map(({ email, password }) => ({ email, «password» })));') }),
    faulty('plaintext', { name: 'a row that a function hands on', code: posting(`${TABLES}const registerUser = (row) => users.insert({ ...row, createdAt: new Date() });\n`, 'await registerUser({ email: req.body.email, password: «req.body.password» });') }),
    faulty('plaintext', { name: 'under another name, in the column of passwords', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { password: «req.body.next» } });') }),
    faulty('plaintext', { name: 'under another name, assigned to a row', code: posting(MONGOOSE, 'const user = await User.findById(1);\n  user.password = «req.body.pin.trim()»;\n  await user.save();') }),
  ],
});
