/** What the rule says, where it says it, and the pattern it is named after. */
import { describe } from 'vitest';
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const RELATION = 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`';
const MANY = 'use `createMany`, `updateMany` or `deleteMany`, or one `$executeRaw` with a list of values where each row gets its own';

/** The fourth line of a file is the body of a function that is given orders. */
const over = (body: string) => `${PRISMA}export async function run(orders: { id: number; paid: boolean }[]) {\n${body}\n}\n`;

describe('the pattern', () => {
  tester.run('no-n-plus-one', rule('no-n-plus-one'), {
    valid: [
      {
        name: 'eager loading brings the rows along',
        code: `${PRISMA}export async function listOrders() {
  const orders = await prisma.order.findMany({ include: { lines: { orderBy: { position: 'asc' } } }, take: 50 });
  return orders.map((order) => ({ ...order, total: order.lines.reduce((sum, line) => sum + line.price, 0) }));
}`,
      },
      {
        name: 'one query for all rows, which are then handed out in memory',
        code: `${PRISMA}export async function listOrders() {
  const orders = await prisma.order.findMany({ take: 50 });
  const lines = await prisma.orderLine.findMany({ where: { orderId: { in: orders.map((order) => order.id) } } });
  const byOrder = new Map<number, unknown[]>();
  for (const line of lines) byOrder.set(line.orderId, [...(byOrder.get(line.orderId) ?? []), line]);
  for (const order of orders) Object.assign(order, { lines: byOrder.get(order.id) ?? [] });
  return orders;
}`,
      },
      {
        name: 'two queries side by side are two',
        code: `${PRISMA}export async function page(skip: number) {
  const [orders, total] = await Promise.all([prisma.order.findMany({ skip, take: 20 }), prisma.order.count()]);
  return { orders, total };
}`,
      },
      {
        name: 'one write for all rows',
        code: over('await prisma.order.updateMany({ where: { id: { in: orders.map((order) => order.id) } }, data: { paid: true } });'),
      },
      {
        name: 'a statement of the schema is no query',
        code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function index(tables: string[]) {\n  for (const table of tables) await pool.query(`CREATE INDEX ON ${table} (created_at)`);\n}",
      },
      {
        name: 'a receiver that nothing is known of',
        code: 'export async function run(orders: { id: number }[], source) {\n  for (const order of orders) await source.find(order.id);\n}',
      },
      {
        name: 'an import that turns out to be something else beats its name',
        code: "import { prisma } from 'fake-rows';\nexport async function run(ids: number[]) {\n  for (const id of ids) await prisma.user.findMany({ where: { id } });\n}",
      },
    ],
    invalid: [
      {
        name: 'a read a row names the loop variable, the collection, the model and the way out',
        code: `${PRISMA}export async function listOrders() {
  const orders = await prisma.order.findMany();
  for (const order of orders) {
    order.lines = await prisma.orderLine.findMany({ where: { orderId: order.id } });
  }
  return orders;
}`,
        errors: [{ messageId: 'queryInLoop', line: 6, data: { what: '`orderLine.findMany`', loop: 'per `order` of `orders`', remedy: RELATION } }],
      },
      {
        name: 'a client that is known by its shape alone',
        code: "import { db } from './missing';\nexport async function listOrders() {\n  const orders = await db.orders.findMany();\n  for (const order of orders) {\n    order.items = await db.orderItems.findMany({ where: { orderId: order.id } });\n  }\n  return orders;\n}",
        errors: [{ messageId: 'queryInLoop', line: 5, data: { what: '`orderItems.findMany`', loop: 'per `order` of `orders`', remedy: RELATION } }],
      },
      {
        name: 'a write a row',
        code: over('for (const order of orders) await prisma.order.update({ where: { id: order.id }, data: { paid: true } });'),
        errors: [{ messageId: 'writeInLoop', line: 4, data: { what: '`order.update`', loop: 'per `order` of `orders`', remedy: MANY } }],
      },
      {
        name: 'the squiggle stands on the query and on nothing else',
        code: over('for (const { id } of orders) await prisma.line.count({ where: { orderId: id } });'),
        errors: [{ messageId: 'queryInLoop', line: 4, column: 36, endLine: 4, endColumn: 81 }],
      },
      {
        name: 'two queries in one loop are two sites',
        code: over('for (const order of orders) {\n  await prisma.line.findMany({ where: { orderId: order.id } });\n  await prisma.line.deleteMany({ where: { orderId: order.id } });\n}'),
        errors: [{ messageId: 'queryInLoop', line: 5 }, { messageId: 'writeInLoop', line: 6 }],
      },
      {
        name: 'a query in nested loops is one site, named after the inner loop',
        code: over('for (const order of orders) for (const line of order.lines) await prisma.stock.findFirst({ where: { sku: line.sku } });'),
        errors: [{ messageId: 'queryInLoop', line: 4, data: { what: '`stock.findFirst`', loop: 'per `line` of `order.lines`', remedy: RELATION } }],
      },
      {
        name: 'what the loop does not name is called an element',
        code: over('await Promise.all(orders.map(() => prisma.tick.create({ data: {} })));'),
        errors: [{ messageId: 'writeInLoop', line: 4, data: { what: '`tick.create`', loop: 'per element of `orders`', remedy: MANY } }],
      },
      {
        name: 'a promise that nobody waits for',
        code: over('for (const order of orders) void prisma.line.findMany({ where: { orderId: order.id } });'),
        errors: [{ messageId: 'queryInLoop', line: 4 }],
      },
      {
        name: 'promises that are gathered first',
        code: over('const jobs = [];\nfor (const order of orders) jobs.push(prisma.line.findMany({ where: { orderId: order.id } }));\nreturn Promise.all(jobs);'),
        errors: [{ messageId: 'queryInLoop', line: 5 }],
      },
      {
        name: 'each row written on its own inside one transaction',
        code: over('await prisma.$transaction(async (tx) => {\n  for (const order of orders) await tx.order.update({ where: { id: order.id }, data: { paid: true } });\n});'),
        errors: [{ messageId: 'writeInLoop', line: 5 }],
      },
      {
        name: 'a transaction for each row',
        code: over('for (const order of orders) await prisma.$transaction(async (tx) => {\n  await tx.order.update({ where: { id: order.id }, data: { paid: true } });\n});'),
        errors: [{ messageId: 'writeInLoop', line: 5 }],
      },
      {
        name: 'row operations that are handed to one transaction',
        code: over('await prisma.$transaction(orders.map((order) => prisma.order.update({ where: { id: order.id }, data: { paid: true } })));'),
        errors: [{ messageId: 'writeInLoop', line: 4 }],
      },
      {
        name: 'a statement that changes rows, unlike one that changes the schema',
        code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function clear(tables: string[]) {\n  for (const table of tables) await pool.query(`DELETE FROM ${table} WHERE expired`);\n}",
        errors: [{ messageId: 'writeInLoop', line: 4 }],
      },
    ],
  });
});
