/** Queries that stand in another file than the loop. */
import { describe, expect, it } from 'vitest';
import { judge, lintProject } from '#kit';

const only = { rules: { 'no-n-plus-one': {} } };
const DB = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n";
const LOAD = "import { prisma } from './db';\nexport async function load(id: number) {\n  return prisma.line.findMany({ where: { orderId: id } });\n}\n";
/** A loop over what another module exports; it is expected to be reported. */
const loop = (imported: string, call: string) => `${imported}\nexport async function run(ids: number[]) {\n  for (const id of ids) await ${call}; // expect: no-n-plus-one/queryInLoop\n}\n`;

/** Every case is also linted with its query gone: then nothing may be found. */
const cases: Record<string, Record<string, string>> = {
  'a relative import': { 'src/run.ts': loop("import { load } from './lines';", 'load(id)'), 'src/lines.ts': LOAD, 'src/db.ts': DB },
  'an import under another name': { 'src/run.ts': loop("import { load as lines } from './lines';", 'lines(id)'), 'src/lines.ts': LOAD, 'src/db.ts': DB },
  'a specifier with .js for a file with .ts': { 'src/run.ts': loop("import { load } from './lines.js';", 'load(id)'), 'src/lines.ts': LOAD, 'src/db.ts': DB },
  'a namespace': { 'src/run.ts': loop("import * as lines from './lines';", 'lines.load(id)'), 'src/lines.ts': LOAD, 'src/db.ts': DB },
  'a default export': { 'src/run.ts': loop("import load from './lines';", 'load(id)'), 'src/lines.ts': LOAD.replace('export async', 'export default async'), 'src/db.ts': DB },
  'a barrel': { 'src/run.ts': loop("import { load } from './data';", 'load(id)'), 'src/data/index.ts': "export * from './lines';\n", 'src/data/lines.ts': LOAD, 'src/data/db.ts': DB },
  'a barrel that renames': { 'src/run.ts': loop("import { fetchLines } from './data';", 'fetchLines(id)'), 'src/data/index.ts': "export { load as fetchLines } from './lines';\n", 'src/data/lines.ts': LOAD, 'src/data/db.ts': DB },
  'paths of a tsconfig': {
    'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@data/*": ["src/data/*"] } } }',
    'src/run.ts': loop("import { load } from '@data/lines';", 'load(id)'),
    'src/data/lines.ts': LOAD,
    'src/data/db.ts': DB,
  },
  'imports of a package.json': {
    'package.json': '{ "name": "app", "type": "module", "imports": { "#data/*": "./src/data/*.ts" } }',
    'src/run.ts': loop("import { load } from '#data/lines';", 'load(id)'),
    'src/data/lines.ts': LOAD,
    'src/data/db.ts': DB,
  },
  'a package of the workspace': {
    'package.json': '{ "name": "root", "private": true, "workspaces": ["packages/*"] }',
    'packages/app/package.json': '{ "name": "@shop/app" }',
    'packages/app/src/run.ts': loop("import { load } from '@shop/data';", 'load(id)'),
    'packages/data/package.json': '{ "name": "@shop/data", "main": "./src/lines.ts" }',
    'packages/data/src/lines.ts': LOAD,
    'packages/data/src/db.ts': DB,
  },
  'CommonJS': {
    'src/run.js': "const { load } = require('./lines');\nexports.run = async (ids) => {\n  for (const id of ids) await load(id); // expect: no-n-plus-one/queryInLoop\n};\n",
    'src/lines.js': "const { prisma } = require('./db');\nmodule.exports = { load: (id) => prisma.line.findMany({ where: { orderId: id } }) };\n",
    'src/db.js': "const { PrismaClient } = require('@prisma/client');\nmodule.exports.prisma = new PrismaClient();\n",
  },
  'CommonJS, a whole module': {
    'src/run.js': "const lines = require('./lines');\nmodule.exports = async (ids) => {\n  for (const id of ids) await lines.load(id); // expect: no-n-plus-one/queryInLoop\n};\n",
    'src/lines.js': "const prisma = require('./db');\nexports.load = async function (id) {\n  return prisma.line.findMany({ where: { orderId: id } });\n};\n",
    'src/db.js': "const { PrismaClient } = require('@prisma/client');\nmodule.exports = new PrismaClient();\n",
  },
  'a dynamic import': { 'src/run.ts': "export async function run(ids: number[]) {\n  const { load } = await import('./lines');\n  for (const id of ids) await load(id); // expect: no-n-plus-one/queryInLoop\n}\n", 'src/lines.ts': LOAD, 'src/db.ts': DB },
  'the client of another file': { 'src/run.ts': loop("import { prisma } from './db';", 'prisma.line.findMany({ where: { orderId: id } })'), 'src/db.ts': DB },
  'a model of another file': {
    'src/run.js': "const Line = require('./models/line');\nmodule.exports = async (ids) => {\n  for (const id of ids) await Line.find({ order: id }); // expect: no-n-plus-one/queryInLoop\n};\n",
    'src/models/line.js': "const mongoose = require('mongoose');\nmodule.exports = mongoose.model('Line', new mongoose.Schema({ order: String }));\n",
  },
  'a class that is made here': {
    'src/run.ts': "import { Lines } from './lines';\nconst lines = new Lines();\nexport async function run(ids: number[]) {\n  for (const id of ids) await lines.load(id); // expect: no-n-plus-one/queryInLoop\n}\n",
    'src/lines.ts': "import { prisma } from './db';\nexport class Lines {\n  load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n}\n",
    'src/db.ts': DB,
  },
  'an instance that another file exports': {
    'src/run.ts': loop("import { lines } from './lines';", 'lines.load(id)'),
    'src/lines.ts': "import { prisma } from './db';\nclass Lines {\n  load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n}\nexport const lines = new Lines();\n",
    'src/db.ts': DB,
  },
  'a repository, of TypeORM': {
    'src/run.ts': loop("import { lines } from './lines';", 'lines.findOneBy({ id })'),
    'src/lines.ts': "import { DataSource } from 'typeorm';\nexport class Line {}\nexport const lines = new DataSource({ type: 'postgres' }).getRepository(Line);\n",
  },
  'an injected service': {
    'src/orders.service.ts': "import { Injectable } from '@nestjs/common';\nimport { LinesService } from './lines.service';\n@Injectable()\nexport class OrdersService {\n  constructor(private readonly lines: LinesService) {}\n  async run(ids: number[]) {\n    return Promise.all(ids.map((id) => this.lines.load(id))); // expect: no-n-plus-one/queryInLoop\n  }\n}\n",
    'src/lines.service.ts': "import { Injectable } from '@nestjs/common';\nimport { InjectRepository } from '@nestjs/typeorm';\nimport { Repository } from 'typeorm';\nimport { Line } from './line.entity';\n@Injectable()\nexport class LinesService {\n  constructor(@InjectRepository(Line) private readonly lines: Repository<Line>) {}\n  load(id: number) { return this.lines.find({ where: { orderId: id } }); }\n}\n",
    'src/line.entity.ts': "import { Entity } from 'typeorm';\n@Entity()\nexport class Line { orderId!: number; }\n",
  },
  'two injected services on the way': {
    'src/orders.service.ts': "import { LinesService } from './lines.service';\nexport class OrdersService {\n  constructor(private readonly lines: LinesService) {}\n  async run(ids: number[]) {\n    for (const id of ids) await this.lines.describe(id); // expect: no-n-plus-one/queryInLoop\n  }\n}\n",
    'src/lines.service.ts': "import { LinesRepository } from './lines.repository';\nexport class LinesService {\n  constructor(private readonly repository: LinesRepository) {}\n  async describe(id: number) { return { id, lines: await this.repository.load(id) }; }\n}\n",
    'src/lines.repository.ts': "import { PrismaService } from './prisma.service';\nexport class LinesRepository {\n  constructor(private readonly prisma: PrismaService) {}\n  load(id: number) { return this.prisma.line.findMany({ where: { orderId: id } }); }\n}\n",
    'src/prisma.service.ts': "import { PrismaClient } from '@prisma/client';\nexport class PrismaService extends PrismaClient {}\n",
  },
  'a base class of another file': {
    'src/lines.ts': "import { Base } from './base';\nexport class Lines extends Base {\n  async run(ids: number[]) {\n    for (const id of ids) await this.load(id); // expect: no-n-plus-one/queryInLoop\n  }\n}\n",
    'src/base.ts': "import { prisma } from './db';\nexport class Base {\n  protected load(id: number) { return prisma.line.findMany({ where: { orderId: id } }); }\n}\n",
    'src/db.ts': DB,
  },
  'a helper that is handed to an iteration': { 'src/run.ts': "import { load } from './lines';\nexport const run = (ids: number[]) => Promise.all(ids.map(load)); // expect: no-n-plus-one/queryInLoop\n", 'src/lines.ts': LOAD, 'src/db.ts': DB },
};

describe('no-n-plus-one: other files', () => {
  it.each(Object.entries(cases))('%s', (_, files) => {
    const { found, expected } = judge(files, only);
    expect(found).toEqual(expected);
    expect(expected).toHaveLength(1);
  });

  it('says where the query stands', () => {
    const [finding] = lintProject({ 'src/run.ts': loop("import { load } from './lines';", 'load(id)'), 'src/lines.ts': LOAD, 'src/db.ts': DB }, only);
    expect(finding).toMatchObject({ file: 'src/run.ts', line: 3, messageId: 'queryInLoop' });
    expect(finding?.message).toContain('`load` (which reaches `line.findMany` at lines.ts:3) runs once per `id` of `ids`');
    expect(finding?.message).toContain('Instead, load the relation with `include`');
  });

  it('reports a helper that reads and writes once, as a write', () => {
    const { found, expected } = judge({
      'src/run.ts': "import { touch } from './lines';\nexport async function run(ids: number[]) {\n  for (const id of ids) await touch(id); // expect: no-n-plus-one/writeInLoop\n}\n",
      'src/lines.ts': "import { prisma } from './db';\nexport async function touch(id: number) {\n  if (await prisma.line.findFirst({ where: { id } })) await prisma.line.delete({ where: { id } });\n}\n",
      'src/db.ts': DB,
    }, only);
    expect(found).toEqual(expected);
  });

  it('names a model through the mapper that the other file uses', () => {
    const [finding] = lintProject({
      'src/run.ts': loop("import { load } from './lines';", 'load(id)'),
      'src/lines.ts': "import { Line } from './line';\nexport const load = (id: number) => Line.find({ order: id }).lean();\n",
      'src/line.ts': "import { model, Schema } from 'mongoose';\nexport const Line = model('Line', new Schema({ order: String }));\n",
    }, only);
    expect(finding?.message).toContain('`load` (which reaches `Line.find` at lines.ts:2)');
    expect(finding?.message).toContain('use `populate`, or one `find` with `{ _id: { $in: ids } }`');
  });
});

describe('no-n-plus-one: other files that make no query of it', () => {
  const silent: Record<string, Record<string, string>> = {
    'a helper without a query, of the same shape': { 'src/run.ts': loop("import { load } from './lines';", 'load(id)'), 'src/lines.ts': 'export async function load(id: number) {\n  return { id };\n}\n' },
    'a client that turns out to be memory': { 'src/run.ts': loop("import { prisma } from './db';", 'prisma.line.findMany({ where: { orderId: id } })'), 'src/db.ts': 'const rows: object[] = [];\nexport const prisma = { line: { findMany: async (_: object) => rows } };\n' },
    'a package that nobody can read': { 'src/run.ts': loop("import { load } from 'remote-lines';", 'load(id)') },
    'a short list that another file exports': {
      'src/run.ts': "import { prisma } from './db';\nimport { ROLES } from './roles';\nexport async function run() {\n  for (const name of ROLES) await prisma.role.create({ data: { name } });\n}\n",
      'src/roles.ts': "export const ROLES = ['admin', 'editor', 'reader'] as const;\n",
      'src/db.ts': DB,
    },
    "an enum that another file exports": {
      'src/run.ts': "import { prisma } from './db';\nimport { State } from './state';\nexport const run = () => Promise.all(Object.values(State).map((state) => prisma.order.count({ where: { state } })));\n",
      'src/state.ts': "export enum State { Open = 'open', Done = 'done' }\n",
      'src/db.ts': DB,
    },
    'a short list that the only caller hands in': {
      'src/run.ts': "import { addRoles } from './roles';\nexport const run = () => addRoles(['admin', 'editor']);\n",
      'src/roles.ts': "import { prisma } from './db';\nexport async function addRoles(names: string[]) {\n  for (const name of names) await prisma.role.create({ data: { name } });\n}\n",
      'src/db.ts': DB,
    },
    'a helper that keeps its rows': {
      'src/run.ts': loop("import { load } from './lines';", 'load(id)'),
      'src/lines.ts': "import { prisma } from './db';\nconst kept = new Map<number, unknown>();\nexport async function load(id: number) {\n  if (kept.has(id)) return kept.get(id);\n  const lines = await prisma.line.findMany({ where: { orderId: id } });\n  kept.set(id, lines);\n  return lines;\n}\n",
      'src/db.ts': DB,
    },
    'a loader of another file': {
      'src/run.ts': loop("import { loader } from './loader';", 'loader.load(id)'),
      'src/loader.ts': "import DataLoader from 'dataloader';\nimport { prisma } from './db';\nexport const loader = new DataLoader((ids: readonly number[]) => prisma.line.findMany({ where: { orderId: { in: [...ids] } } }));\n",
      'src/db.ts': DB,
    },
  };
  it.each(Object.entries(silent))('%s', (_, files) => {
    expect(lintProject(files, only)).toEqual([]);
  });

  it('flags the list that a caller fills', () => {
    const { found, expected } = judge({
      'src/run.ts': "import { prisma } from './db';\nimport { addRoles } from './roles';\nexport const run = async () => addRoles((await prisma.user.findMany()).map((user) => user.role));\n",
      'src/roles.ts': "import { prisma } from './db';\nexport async function addRoles(names: string[]) {\n  for (const name of names) await prisma.role.create({ data: { name } }); // expect: no-n-plus-one/writeInLoop\n}\n",
      'src/db.ts': DB,
    }, only);
    expect(found).toEqual(expected);
  });
});
