/** What does a type annotation say? */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const prisma = "import { PrismaClient } from '@prisma/client';\n";
const express = "import express, { type Request } from 'express';\n";
const of = (type: string, before = ''): string => `${before}function f(it: ${type}) { /* it */ it; }`;

describe('names of types', () => {
  valuesAre([
    ['the type of a name', of('typeof db', `${prisma}const db = new PrismaClient();\n`), 'Prisma.PrismaClient'],
    ['the type of a property', of('typeof stores.db', `${prisma}const stores = { db: new PrismaClient() };\n`), 'unknown'],
    ['the type of a name that is not there', of('typeof nothing'), 'unknown'],
    ["a part of a client's type", of("PrismaClient['user']", prisma), 'Prisma.Delegate<user>'],
    ["some of a part of a client's type", of("Pick<PrismaClient['user'], 'create'>", prisma), 'Prisma.Delegate<user>'],
    ["a method of a client's type", of("PrismaClient['$connect']", prisma), 'unknown'],
    ["a part of a client's type by a name of another type", of('PrismaClient[Key]', prisma), 'unknown'],
    ["a part of the app's own type", of("Settings['page']", 'interface Settings { page: number }\n'), 'unknown'],
    ["a client in a class of the app's own", of("Stores['db']", `${prisma}class Stores { db = new PrismaClient(); }\n`), 'Prisma.PrismaClient'],
    ['a promise of nothing', of('Promise'), 'unknown'],
    ['a promise', of('Promise<PrismaClient>', prisma), 'Prisma.PrismaClient'],
    ['a list of nothing', of('Array'), 'unknown'],
    ['a list', of('Array<PrismaClient>', prisma), 'Prisma.PrismaClient[]'],
    ['a type parameter', of('T'), 'unknown'],
    ['a global type', of('Buffer'), 'foreign'],
    ['a type of a global namespace', of('Express.Multer.File'), 'foreign'],
    ['a member of a namespace import', of('orm.PrismaClient', "import * as orm from '@prisma/client';\n"), 'Prisma.PrismaClient'],
    ['an error of a library', of('HTTPException', "import { HTTPException } from 'hono/http-exception';\n"), 'foreign'],
    ['a module', { 'src/a.ts': of('lines', "import * as lines from './b';\n"), 'src/b.ts': 'export const a = 1;' }, 'foreign'],
    ['null or a client', of('null | PrismaClient', prisma), 'Prisma.PrismaClient'],
    ['this', 'class A { m(it: this) { /* it */ it; } }', 'foreign'],
    ['the type of a property of this', 'class A { db = 1; m(it: typeof this.db) { /* it */ it; } }', 'unknown'],
  ]);
});

describe('interfaces and aliases of the same file', () => {
  valuesAre([
    ['an interface of the library\'s', of('AuthRequest', `${express}interface AuthRequest extends Request { user: string }\n`), 'Express.Request'],
    ['an interface of a namespace\'s', of('AuthRequest', `${express}interface AuthRequest extends express.Request { user: string }\n`), 'Express.Request'],
    ['an interface of the app\'s own', of('Store', 'interface Store { find(): void }\n'), 'foreign'],
    ['an alias', of('Db', `${prisma}type Db = PrismaClient;\n`), 'Prisma.PrismaClient'],
    ['an interface beside a value of the same name', of('Db', `${prisma}import make from 'some-package';\nconst Db = make();\ninterface Db extends PrismaClient {}\n`), 'Prisma.PrismaClient'],
    ['a class that implements an interface', 'interface Store { find(): void }\nclass A implements Store { find() {} }\nfunction f(it: A) { /* it */ it; }', 'instance of A'],
  ]);
});

describe("a framework's value that is declared to have more on it", () => {
  const koa = "import type { Context } from 'koa';\nimport type { Knex } from 'knex';\n";
  const read = (type: string, field: string): string => `${koa}${type}\nfunction f(ctx: AppContext) { /* it */ ctx.${field}; }`;
  valuesAre([
    ['a field', read('interface AppContext extends Context { db: Knex }', 'db'), 'Knex.Knex'],
    ['a field of a field', read('interface AppContext extends Context { app: string; keep: { db: Knex } }', 'keep.db'), 'Knex.Knex'],
    ['a field of an interface between', read('interface DbContext extends Context { db: Knex }\ninterface AppContext extends DbContext { user: string }', 'db'), 'Knex.Knex'],
    ['a field of an intersection', read('type AppContext = Context & { db: Knex };', 'db'), 'Knex.Knex'],
    ['a field of an interface in an intersection', read('interface Owned { owner: string; db: Knex }\ntype AppContext = Context & Owned;', 'db'), 'Knex.Knex'],
    ["the framework's own, whatever is declared of it", read('interface AppContext extends Context { request: Knex }', 'request'), 'Koa.Request'],
    ["a field, of what the framework has there", read('interface AppContext extends Context { db: Knex }', 'request.db'), 'unknown'],
    ['a field that nobody speaks of', read('interface AppContext extends Context { db: Knex }', 'pool'), 'unknown'],
    ["the whole, which is the framework's still", `${koa}type AppContext = Context & { db: Knex };\nfunction f(ctx: AppContext) { /* it */ ctx; }`, 'Koa.Context'],
    ['a field, in another file', { 'src/a.ts': "import type { AppContext } from './b';\nfunction f(ctx: AppContext) { /* it */ ctx.db; }", 'src/b.ts': `${koa}export interface AppContext extends Context { db: Knex }\n` }, 'Knex.Knex'],
  ]);
});

describe('an object that is said to have more than it is made with', () => {
  valuesAre([
    ['a property', `${prisma}export const di = {} as { db: PrismaClient };\n/* it */ di.db;`, 'Prisma.PrismaClient'],
    ['a property, in another file', { 'src/a.ts': "import { di } from './b';\n/* it */ di.db;", 'src/b.ts': `${prisma}interface Di { db: PrismaClient }\nexport const di = <Di>{};\n` }, 'Prisma.PrismaClient'],
    ['a property that is put in later', `${prisma}const di = {} as { db: object };\ndi.db = new PrismaClient();\n/* it */ di.db;`, 'Prisma.PrismaClient'],
    ['a property that it is made with', "import { PrismaClient } from '@prisma/client';\nconst di = { db: 'a' } as { db: PrismaClient };\n/* it */ di.db;", '"a"'],
    ['a property that nobody speaks of', `${prisma}const di = {} as { db: PrismaClient };\n/* it */ di.name;`, 'unknown'],
    ['a type that says nothing', 'const di = {} as Whatever;\n/* it */ di.db;', 'unknown'],
  ]);
});

describe('types of other files', () => {
  const store = `${prisma}export interface Store extends PrismaClient {}\nexport type Db = PrismaClient;\nexport const other = 1;\n`;
  const hidden = `${prisma}interface Store extends PrismaClient {}\ntype Db = PrismaClient;\nexport type { Store, Db };\n`;
  valuesAre([
    ['an interface', { 'src/a.ts': of('Store', "import { Store } from './b';\n"), 'src/b.ts': store }, 'Prisma.PrismaClient'],
    ['an alias', { 'src/a.ts': of('Db', "import { Db } from './b';\n"), 'src/b.ts': store }, 'Prisma.PrismaClient'],
    ['an interface, exported by a list', { 'src/a.ts': of('Store', "import type { Store } from './b';\n"), 'src/b.ts': hidden }, 'Prisma.PrismaClient'],
    ['an alias, exported by a list', { 'src/a.ts': of('Db', "import type { Db } from './b';\n"), 'src/b.ts': hidden }, 'Prisma.PrismaClient'],
    ['one that is exported once more', { 'src/a.ts': of('Db', "import { Db } from './b';\n"), 'src/b.ts': "export { Db } from './c';\n", 'src/c.ts': store }, 'Prisma.PrismaClient'],
    ['an interface, through a barrel', { 'src/a.ts': of('Store', "import { Store } from './b';\n"), 'src/b.ts': "export * from './c';\n", 'src/c.ts': store }, 'Prisma.PrismaClient'],
    ['an alias, through a barrel', { 'src/a.ts': of('Db', "import { Db } from './b';\n"), 'src/b.ts': "export * from './c';\n", 'src/c.ts': store }, 'Prisma.PrismaClient'],
    ['an interface exported by a list, through a barrel', { 'src/a.ts': of('Store', "import { Store } from './b';\n"), 'src/b.ts': "export * from './c';\n", 'src/c.ts': hidden }, 'Prisma.PrismaClient'],
    ['an alias, through two barrels', { 'src/a.ts': of('Db', "import { Db } from './b';\n"), 'src/b.ts': "export * from './c';\n", 'src/c.ts': "export * from './d';\n", 'src/d.ts': store }, 'Prisma.PrismaClient'],
    ['an alias that a barrel passes on', { 'src/a.ts': of('Db', "import { Db } from './b';\n"), 'src/b.ts': "export * from './c';\n", 'src/c.ts': "export { Db } from './d';\n", 'src/d.ts': store }, 'Prisma.PrismaClient'],
    ['an alias, under a namespace', { 'src/a.ts': of('types.Db', "import * as types from './b';\n"), 'src/b.ts': store }, 'Prisma.PrismaClient'],
    ['one that is not there', { 'src/a.ts': of('Gone', "import { Gone } from './b';\n"), 'src/b.ts': store }, 'unknown'],
    ['one of a file that is not there', of('Gone', "import { Gone } from './gone';\n"), 'unknown'],
    ['a value that nobody knows, through a barrel', { 'src/a.ts': of('Odd', "import { Odd } from './b';\n"), 'src/b.ts': "export * from './c';\n", 'src/c.ts': 'export let Odd;\n' }, 'unknown'],
    ['exports that go round in a circle', { 'src/a.ts': of('Db', "import { Db } from './b';\n"), 'src/b.ts': "export { Db } from './c';\n", 'src/c.ts': "export { Db } from './b';\n" }, 'unknown'],
  ]);
});

describe('the model that a type argument names', () => {
  const typeorm = "import { Repository } from 'typeorm';\n";
  valuesAre([
    ['a class', of('Repository<User>', `${typeorm}class User {}\n`), 'TypeORM.Repository<User>'],
    ['the type of a class', of('Repository<typeof User>', `${typeorm}class User {}\n`), 'TypeORM.Repository<User>'],
    ['the type of a property', of('Repository<typeof models.User>', `${typeorm}const models = { User: class {} };\n`), 'TypeORM.Repository'],
    ['a list of a class', of('Repository<User[]>', `${typeorm}class User {}\n`), 'TypeORM.Repository<User>'],
    ['one of two classes', of('Repository<null | User>', `${typeorm}class User {}\n`), 'TypeORM.Repository<User>'],
    ['a type parameter', `${typeorm}class Base<T> { constructor(private it: Repository<T>) {} m() { /* it */ this.it; } }`, 'TypeORM.Repository'],
  ]);
});
