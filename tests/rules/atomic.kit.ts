/** What the cases of `prefer-atomic-update` share: clients, and the expected report at a mark. */
export const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
export const MONGOOSE = "import mongoose from 'mongoose';\nconst Account = mongoose.model('Account', new mongoose.Schema({ balance: Number, name: String, tags: [String], stats: { wins: Number } }));\n";
export const SEQUELIZE = "import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst Account = sequelize.define('Account', { balance: DataTypes.INTEGER });\n";
export const TYPEORM = "import { Column, DataSource, Entity } from 'typeorm';\n@Entity()\nclass Account {\n  @Column() id: number;\n  @Column() balance: number;\n}\nconst source = new DataSource({ type: 'postgres' });\nconst accounts = source.getRepository(Account);\n";
export const MIKRO = "import { Entity, MikroORM, Property } from '@mikro-orm/postgresql';\n@Entity()\nclass Account {\n  balance: number;\n}\nconst orm = await MikroORM.init();\n";
export const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
export const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

/** A function over an account and an amount, around some statements. */
export function paying(preamble: string, ...statements: string[]): string {
  return `${preamble}export async function pay(id: number, amount: number) {\n${statements.map((statement) => `  ${statement}\n`).join('')}}\n`;
}

interface Marked {
  readonly name: string;
  /** The file, the guilty expression between guillemets. */
  readonly code: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly options?: readonly [object];
  /** The file as a suggestion leaves it; `null` where none is offered. */
  readonly output?: string;
}

/** A case whose one report stands on the marked expression. */
export function reported(messageId: 'readModifyWrite' | 'checkThenWrite', { name, code: marked, data, options, output }: Marked) {
  const [before, guilty, after] = marked.split(/[«»]/);
  if (before === undefined || guilty === undefined || after === undefined) throw new Error(`${name}: nothing is marked.`);
  const start = before.split('\n');
  const end = (before + guilty).split('\n');
  const place = { line: start.length, column: (start.at(-1)?.length ?? 0) + 1, endLine: end.length, endColumn: (end.at(-1)?.length ?? 0) + 1 };
  const suggestions = output === undefined ? {} : { suggestions: [{ messageId: 'changeInPlace' as const, output }] };
  return { name, code: before + guilty + after, ...(options && { options }), errors: [{ messageId, ...place, ...(data && { data }), ...suggestions }] };
}
