/** Cases for tests of sensitive values that leave the app: the code itself marks what is reported. */
import type { InvalidTestCase, ValidTestCase } from '@typescript-eslint/rule-tester';

type Options = readonly unknown[];
type Rest = Omit<ValidTestCase<Options>, 'code' | 'name'>;

/** A case that reports each `«expression»` of its code, exactly there. */
export function exposed<M extends string>(name: string, messageId: M, text: string, rest: Rest = {}): InvalidTestCase<M, Options> {
  let code = '';
  const errors: InvalidTestCase<M, Options>['errors'][number][] = [];
  for (const [index, part] of text.split('«').entries()) {
    const [inside = '', after] = part.split('»');
    if (index > 0) {
      if (after === undefined) throw new Error(`"${name}" needs an end for each mark.`);
      const start = position(code);
      const end = position(code + inside);
      errors.push({ messageId, line: start.line, column: start.column, endLine: end.line, endColumn: end.column });
    }
    code += inside + (after ?? '');
  }
  if (errors.length === 0) throw new Error(`"${name}" marks nothing.`);
  return { name, code, errors, ...rest };
}

function position(before: string): { readonly line: number; readonly column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** An Express handler, with more code in front of it. */
export function handler(before: string, body: string): string {
  return `import express from 'express';\n${before}\nconst app = express();\napp.get('/users/:id', async (req, res) => {\n  ${body}\n});\n`;
}

/** An answer that is a query's rows. */
export const send = (expression: string): string => `res.json(await ${expression});`;

/** A Mongoose model with more fields, and code between its schema and itself. */
export const mongoose = (fields: string, body: string, more = ''): string => handler(`import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ email: String, ${fields} });\n${more}\nconst User = mongoose.model('User', schema);`, body);

/** Two Sequelize models: users, who have a password, and posts. */
export const sequelize = (body: string, more = '', options = ''): string => handler(`import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst User = sequelize.define('User', { email: DataTypes.STRING, password: DataTypes.STRING }${options});\nconst Post = sequelize.define('Post', { title: DataTypes.STRING });\n${more}`, body);

/** A controller on TypeORM repositories of users, who have one more column, and of their articles. */
export const typeorm = (column: string, body: string, imports = ''): string => `import { Controller, Get, Post, Body, Param } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Repository } from 'typeorm';
${imports}
@Entity()
export class User {
  @PrimaryGeneratedColumn() id: number;
  @Column() email: string;
  ${column}
}
@Entity()
export class Article {
  @PrimaryGeneratedColumn() id: number;
  @ManyToOne(() => User) author: User;
}
export class EmailDto { email: string; }
@Controller('users')
export class UsersController {
  constructor(@InjectRepository(User) private readonly users: Repository<User>, @InjectRepository(Article) private readonly articles: Repository<Article>) {}
  ${body}
}
`;

/** A route of that controller. */
export const get = (expression: string): string => `@Get(':id') async get(@Param('id') id: number) {\n    return ${expression};\n  }`;

/** MikroORM entities: users with a password, and their posts. */
export const mikro = (option: string, body: string): string => handler(`import { Entity, ManyToOne, Property, PrimaryKey, MikroORM } from '@mikro-orm/core';\n@Entity()\nclass User {\n  @PrimaryKey() id: number;\n  @Property(${option}) password: string;\n}\n@Entity()\nclass Post {\n  @ManyToOne(() => User) author: User;\n}\nconst orm = await MikroORM.init();`, body);

/** A Drizzle table of users. */
export const drizzle = (body: string): string => handler("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { boolean, pgTable, serial, text } from 'drizzle-orm/pg-core';\nimport { eq } from 'drizzle-orm';\nexport const users = pgTable('users', { id: serial('id'), email: text('email'), passwordHash: text('password_hash'), totpSecret: boolean('totp') });\nconst db = drizzle(process.env.DATABASE_URL);", body);

/** An Objection model of users, with more members. */
export const objection = (body: string, more = ''): string => handler(`import { Model } from 'objection';\nclass User extends Model {\n  static tableName = 'users';\n  static get jsonSchema() {\n    return { type: 'object', properties: { email: { type: 'string' }, password: { type: 'string' } } };\n  }\n  ${more}\n}`, body);

/** A project with a Prisma schema of users and posts, in which `src/app.ts` runs this. */
export const prisma = (body: string, client = 'new PrismaClient()'): Record<string, string> => ({
  'prisma/schema.prisma': 'model User {\n  id Int @id\n  email String\n  password String\n  verified Boolean\n  posts Post[]\n}\n\nmodel Post {\n  id Int @id\n  title String @default("{}")\n  authorId Int\n  author User @relation(fields: [authorId], references: [id])\n}\n',
  'src/client.ts': `import { PrismaClient } from '@prisma/client';\nexport const prisma = ${client};\n`,
  'src/app.ts': `import express from 'express';\nimport { prisma } from './client';\nconst app = express();\napp.get('/x/:id', async (req, res) => {\n  ${body}\n});\n`,
});
