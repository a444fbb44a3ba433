/**
 * A shop's back end in TypeScript, with Express and Prisma: routes of some 500 lines in one file, which lead through a service
 * and a repository for each kind of thing to the database, in 30 files. Some of it is wrong, as in any project.
 */

/** The file that is edited. */
export const OPEN = 'src/routes.ts';

/** What the shop keeps: its plural, the field that is unique, a field that is counted, and a list that belongs to it. */
const KINDS = [
  ['customer', 'customers', 'email', 'points', 'addresses'],
  ['order', 'orders', 'reference', 'total', 'lines'],
  ['invoice', 'invoices', 'number', 'balance', 'payments'],
  ['product', 'products', 'sku', 'stock', 'prices'],
  ['supplier', 'suppliers', 'vatId', 'rating', 'contacts'],
  ['shipment', 'shipments', 'trackingCode', 'weight', 'parcels'],
  ['cart', 'carts', 'token', 'size', 'items'],
  ['coupon', 'coupons', 'code', 'uses', 'redemptions'],
  ['refund', 'refunds', 'reference', 'amount', 'entries'],
  ['review', 'reviews', 'slug', 'votes', 'replies'],
  ['warehouse', 'warehouses', 'label', 'capacity', 'shelves'],
  ['voucher', 'vouchers', 'code', 'value', 'transfers'],
  ['ticket', 'tickets', 'number', 'priority', 'messages'],
  ['agent', 'agents', 'login', 'openTickets', 'shifts'],
];

const HTTP = `export class AppError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export function pageOf(query: Record<string, unknown>): { take: number; skip: number } {
  const size = Math.min(Number(query.size) || 20, 100);
  const page = Math.max(Number(query.page) || 1, 1);
  return { take: size, skip: (page - 1) * size };
}
`;

const DB = `import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient({ log: ['warn', 'error'] });
`;

/** @returns {Record<string, string>} Text by path. */
export function benchProject() {
  return {
    'package.json': JSON.stringify({ name: 'shop', type: 'module', dependencies: { '@prisma/client': '^6.19.0', express: '^5.1.0', zod: '^4.1.0' } }),
    [OPEN]: `${head()}\n${KINDS.map(routes).join('\n')}`,
    'src/lib/db.ts': DB,
    'src/lib/http.ts': HTTP,
    ...Object.fromEntries(KINDS.flatMap((kind, index) => [[`src/services/${kind[1]}.ts`, service(kind, index)], [`src/repositories/${kind[1]}.ts`, repository(kind)]])),
  };
}

function head() {
  return `import { Router } from 'express';
import { z } from 'zod';
import { pageOf } from './lib/http.js';
${KINDS.map(([, many]) => `import * as ${many} from './services/${many}.js';`).join('\n')}

export const routes = Router();
`;
}

/** @param {string[]} kind @param {number} index */
function routes([one, many, unique, counted], index) {
  const answer = index % 3 === 1
    ? `const created = [];
    for (const row of rows) created.push(await ${many}.create(row));
    res.status(201).json(created);`
    : `res.status(201).json(await ${many}.createAll(rows));`;
  return `const ${one}Body = z.object({ ${unique}: z.string().min(1), ${counted}: z.number().default(0) });

routes.get('/${many}', async (req, res) => {
  const { take, skip } = pageOf(req.query);
  res.json(await ${many}.list(take, skip));
});

routes.get('/${many}/:id', async (req, res) => {
  const ${one} = await ${many}.get(Number(req.params.id));
  res.json(${one});
});

routes.post('/${many}', async (req, res) => {
  const body = ${one}Body.parse(req.body);
  res.status(201).json(await ${many}.create(body));
});

routes.post('/${many}/import', async (req, res${index % 2 === 0 ? ', next' : ''}) => {
  const rows = z.array(${one}Body).max(500).parse(req.body);
  try {
    ${answer}
  } catch (error) {
    ${index % 2 === 0 ? 'next(error);' : 'res.status(500).json({ error });'}
  }
});

routes.post('/${many}/:id/${counted}', async (req, res) => {
  const { by } = z.object({ by: z.number().int() }).parse(req.body);
  res.json(await ${many}.add(Number(req.params.id), by));
});

routes.delete('/${many}/:id', async (req, res) => {
  res.json(await ${many}.remove(Number(req.params.id)));
});
`;
}

/** @param {string[]} kind @param {number} index */
function service([one, many, unique, counted], index) {
  const all = index % 3 === 0
    ? `  const created = [];
  for (const input of inputs) {
    created.push(await create(input));
  }
  return created;`
    : `  return store.insertAll(inputs);`;
  const add = index % 4 === 0
    ? `  const ${one} = await get(id);
  return store.write(id, { ${counted}: ${one}.${counted} + by });`
    : `  await get(id);
  return store.increment(id, by);`;
  return `import { AppError } from '../lib/http.js';
import * as store from '../repositories/${many}.js';

export interface Input {
  ${unique}: string;
  ${counted}: number;
}

export async function list(take: number, skip: number) {
  const [items, total] = await Promise.all([store.page(take, skip), store.count()]);
  return { items, total };
}

export async function get(id: number) {
  const ${one} = await store.byId(id);
  if (!${one}) throw new AppError(404, 'There is no such ${one}');
  return ${one};
}

export async function create(input: Input) {
  if (await store.byUnique(input.${unique})) throw new AppError(409, 'This ${unique} is taken');
  return store.insert(input);
}

export async function createAll(inputs: Input[]) {
${all}
}

export async function add(id: number, by: number) {
${add}
}

export async function remove(id: number) {
  await get(id);
  return store.remove(id);
}
`;
}

/** @param {string[]} kind */
function repository([one, , unique, counted, list]) {
  return `import { prisma } from '../lib/db.js';

interface Input {
  ${unique}: string;
  ${counted}: number;
}

const listed = { id: true, ${unique}: true, ${counted}: true };

export function page(take: number, skip: number) {
  return prisma.${one}.findMany({ select: listed, orderBy: { id: 'asc' }, take, skip });
}

export function count() {
  return prisma.${one}.count();
}

export function byId(id: number) {
  return prisma.${one}.findUnique({ where: { id }, include: { ${list}: { take: 50 } } });
}

export function byUnique(${unique}: string) {
  return prisma.${one}.findUnique({ where: { ${unique} } });
}

export function insert(data: Input) {
  return prisma.${one}.create({ data });
}

export async function insertAll(data: Input[]) {
  const { count: created } = await prisma.${one}.createMany({ data, skipDuplicates: true });
  return created;
}

export function write(id: number, data: Partial<Input>) {
  return prisma.${one}.update({ where: { id }, data });
}

export function increment(id: number, by: number) {
  return prisma.${one}.update({ where: { id }, data: { ${counted}: { increment: by } } });
}

export function remove(id: number) {
  return prisma.${one}.delete({ where: { id }, select: { id: true } });
}
`;
}
