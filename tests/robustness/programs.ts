/** Random backends: loops, closures, classes, awaits and tries inside one another, with calls of known libraries in them. */
import fc from 'fast-check';

/** A line, or a head with lines under it and what closes them. */
export type Statement = string | { readonly head: string; readonly body: readonly Statement[]; readonly tail: string };

/** Two files, of which the first imports the second. */
export interface Program {
  readonly main: readonly Statement[];
  readonly other: readonly Statement[];
}

/** Ways to write the same program. */
export interface Style {
  readonly lineEnd?: string;
  /** Blank lines between all statements, and comments as well where they do not explain what a `catch` leaves out. */
  readonly isSpacedOut?: boolean;
  /** Each call stands in a block of its own. */
  readonly isInBlocks?: boolean;
  /** Locals have other names. */
  readonly isRenamed?: boolean;
}

/** What holds a client, and the functions that both files have. */
const HEAD = `import express from 'express';
import { PrismaClient } from '@prisma/client';
import knex from 'knex';
import jwt from 'jsonwebtoken';
import Redis from 'ioredis';
import bcrypt from 'bcrypt';
import { Model } from 'sequelize';
const app = express();
const prisma = new PrismaClient();
const db = knex({ client: 'pg' });
const redis = new Redis();
class Order extends Model {}`.split('\n');
const FUNCTIONS = ['f0', 'f1', 'f2', 'f3'];

const local = fc.nat(5).map((at) => `v${at}`);
const word = fc.constantFrom('id', 'name', 'limit', 'password', 'email', 'balance', 'items', 'token', 'status', 'message');
const model = fc.constantFrom('user', 'order', 'account');

const { expression } = fc.letrec<{ expression: string; query: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    local,
    fc.constantFrom('1', "'text'", 'null', '[]', '({})', 'true', 'xs', 'this', 'process.env.SECRET', 'req.body', 'req.query.limit', 'req.params.id', 'user.password', 'error'),
    fc.tuple(local, word).map(([name, key]) => `${name}.${key}`),
    fc.tuple(local, word).map(([name, key]) => `${name}?.${key}`),
    fc.tuple(word, tie('expression')).map(([key, value]) => `({ ${key}: ${value}, ...v0 })`),
    tie('expression').map((value) => `[${value}, ...v1]`),
    tie('expression').map((value) => `\`a \${${value}} b\``),
    tie('expression').map((value) => `Number(${value})`),
    tie('expression').map((value) => `Math.min(${value}, 100)`),
    tie('expression').map((value) => `(await ${value})`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `(${one} ?? ${two})`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `(${one} + ${two})`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `(v2 ? ${one} : ${two})`),
    fc.tuple(local, tie('expression')).map(([name, value]) => `(async (${name}) => (${value}))`),
    fc.tuple(fc.constantFrom(...FUNCTIONS), tie('expression')).map(([fn, value]) => `${fn}(${value})`),
    fc.tuple(fc.constantFrom('map', 'filter', 'flatMap', 'find'), local, tie('expression')).map(([method, name, value]) => `xs.${method}(async (${name}) => (${value}))`),
    tie('query'),
  ),
  query: fc.oneof(
    fc.tuple(model, tie('expression')).map(([name, value]) => `prisma.${name}.findMany({ take: ${value} })`),
    fc.tuple(model, tie('expression')).map(([name, value]) => `prisma.${name}.findUnique({ where: { id: ${value} } })`),
    fc.tuple(model, word, tie('expression')).map(([name, key, value]) => `prisma.${name}.update({ where: { id: v0 }, data: { ${key}: ${value} } })`),
    fc.tuple(model, tie('expression')).map(([name, value]) => `prisma.${name}.create({ data: ${value} })`),
    fc.tuple(model, tie('expression')).map(([name, value]) => `db('${name}').where('id', ${value}).limit(v3)`),
    fc.tuple(model, tie('expression')).map(([name, value]) => `db.raw('SELECT * FROM ${name} WHERE id = ' + ${value})`),
    tie('expression').map((value) => `Order.findAll({ where: ${value} })`),
    tie('expression').map((value) => `new Order(${value}).save()`),
    tie('expression').map((value) => `redis.set('key', ${value})`),
    tie('expression').map((value) => `jwt.sign(${value}, process.env.SECRET)`),
    tie('expression').map((value) => `jwt.verify(${value}, 'secret')`),
    tie('expression').map((value) => `bcrypt.compare(${value}, user.password)`),
    tie('expression').map((value) => `fetch(${value})`),
  ),
}));

const nested = (head: string, body: readonly Statement[], tail = '}'): Statement => ({ head, body, tail });

const { statement } = fc.letrec<{ statement: Statement; body: Statement[] }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    expression.map((value) => `await ${value};`),
    expression.map((value) => `void ${value};`),
    fc.tuple(local, expression).map(([name, value]) => `var ${name} = ${value};`),
    fc.tuple(local, expression).map(([name, value]) => `${name} = await ${value};`),
    fc.tuple(local, word, expression).map(([name, key, value]) => `${name}.${key} += ${value};`),
    expression.map((value) => `return ${value};`),
    expression.map((value) => `throw new Error(${value});`),
    expression.map((value) => `res.status(500).json(${value});`),
    expression.map((value) => `res.json(${value});`),
    expression.map((value) => `console.log(${value});`),
    fc.tuple(local, expression, tie('body')).map(([name, value, body]) => nested(`for (const ${name} of ${value}) {`, body)),
    fc.tuple(expression, tie('body')).map(([value, body]) => nested(`for (let v4 = 0; v4 < ${value}; v4++) {`, body)),
    fc.tuple(expression, tie('body')).map(([value, body]) => nested(`while (${value}) {`, body)),
    fc.tuple(local, tie('body')).map(([name, body]) => nested(`xs.forEach(async (${name}) => {`, body, '});')),
    fc.tuple(local, tie('body')).map(([name, body]) => nested(`await Promise.all(xs.map(async (${name}) => {`, body, '}));')),
    fc.tuple(expression, tie('body')).map(([value, body]) => nested(`if (${value}) {`, body)),
    fc.tuple(tie('body'), tie('body')).map(([one, two]) => nested('if (v0) {', [...one, '} else {', ...two])),
    fc.tuple(tie('body'), tie('body')).map(([one, two]) => nested('try {', [...one, '} catch (error) {', ...two])),
    fc.tuple(tie('body'), tie('body')).map(([one, two]) => nested('try {', [...one, '} finally {', ...two])),
    fc.tuple(local, tie('body')).map(([name, body]) => nested(`await prisma.$transaction(async (${name}) => {`, body, '});')),
    fc.tuple(local, tie('body')).map(([name, body]) => nested(`await db.transaction(async (${name}) => {`, body, '});')),
    fc.tuple(local, tie('body')).map(([name, body]) => nested(`var ${name} = async () => {`, body, '};')),
    fc.tuple(fc.constantFrom('Service', 'Repo'), tie('body')).map(([name, body]) => nested(`class ${name} extends Order { constructor(v5) { super(); this.v5 = v5; } async run(v0) {`, body, '} }')),
    fc.tuple(expression, tie('body')).map(([value, body]) => nested(`switch (${value}) { case 1: {`, body, '} }')),
    tie('body').map((body) => nested('(async () => {', body, '})();')),
  ),
  body: fc.array(tie('statement'), { maxLength: 3, depthIdentifier: 'body' }),
}));

const bodies = fc.array(statement, { minLength: 1, maxLength: 4 });

/** A program of two files that call each other's functions. */
export const program: fc.Arbitrary<Program> = fc.record({ own: fc.tuple(bodies, bodies), theirs: fc.tuple(bodies, bodies), handler: bodies }).map(({ own, theirs, handler }) => ({
  main: [
    ...HEAD,
    "import { f2, f3 } from './other';",
    ...own.map((body, at) => nested(`export async function f${at}(v0, v1 = xs) {`, body)),
    nested("app.get('/', async (req, res, next) => {", handler, '});'),
  ],
  other: [...HEAD, "import { f0, f1 } from './main';", ...theirs.map((body, at) => nested(`export async function f${at + 2}(v0, v1 = xs) {`, body))],
}));

/** The text of a file, in a style. */
export function textOf(statements: readonly Statement[], { lineEnd = '\n', isSpacedOut = false, isInBlocks = false, isRenamed = false }: Style = {}): string {
  const lines = (some: readonly Statement[], depth: number): string[] =>
    some.flatMap((each) => {
      const indent = ' '.repeat(depth);
      if (typeof each !== 'string') return [`${indent}${each.head}`, ...lines(each.body, depth + 1), `${indent}${each.tail}`];
      if (isInBlocks && /^(?:await|res)\b/.test(each)) return [`${indent}{`, `${indent}${each}`, `${indent}}`];
      return isSpacedOut && !each.startsWith('}') ? ['', ...(depth === 1 ? [`${indent}// One step.`] : []), `${indent}${each}`, ''] : [`${indent}${each}`];
    });
  const text = lines(statements, 0).join(lineEnd);
  return isRenamed ? text.replace(/\bv(\d)\b/g, 'w$1') : text;
}
