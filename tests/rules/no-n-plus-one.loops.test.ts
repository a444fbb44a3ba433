/** Every way to go through a collection. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const RELATION = 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`';

/** The fourth line of a file is the body of a function that is given orders. */
const over = (body: string) => `${PRISMA}export async function run(orders: { id: number }[], byId: Record<string, { id: number }>, source: AsyncIterable<{ id: number }>) {\n${body}\n}\n`;
const LINES = 'prisma.line.findMany({ where: { orderId: order.id } })';

const read = { messageId: 'queryInLoop' } as const;
const per = (loop: string) => ({ what: '`line.findMany`', loop, remedy: RELATION });

tester.run('no-n-plus-one: statements', rule('no-n-plus-one'), {
  valid: [
    { name: 'no loop at all', code: over(`const order = orders[0]!;\nawait ${LINES};`) },
    { name: 'after the loop', code: over(`let order = orders[0]!;\nfor (const each of orders) if (each.id > order.id) order = each;\nawait ${LINES};`) },
    { name: 'the header of for…of', code: `${PRISMA}export async function run() {\n  for (const user of await prisma.user.findMany()) console.log(user.id);\n}` },
    { name: 'the start of a for', code: `${PRISMA}export async function run(log: (n: number) => void) {\n  for (let i = 0, n = await prisma.user.count(); i < n; i++) log(i);\n}` },
    { name: 'the receiver of an iteration', code: `${PRISMA}export async function run() {\n  return (await prisma.user.findMany()).map((user) => user.name);\n}` },
    { name: 'the receiver of a chain of iterations', code: `${PRISMA}export async function run() {\n  (await prisma.user.findMany()).filter((user) => user.active).forEach((user) => console.log(user.name));\n}` },
  ],
  invalid: [
    { name: 'for…of', code: over(`for (const order of orders) {\n  await ${LINES};\n}`), errors: [{ ...read, line: 5, data: per('per `order` of `orders`') }] },
    { name: 'for…of over entries', code: over(`for (const [position, order] of orders.entries()) console.log(position, await ${LINES});`), errors: [{ ...read, line: 4 }] },
    { name: 'for…of over entries that are kept whole', code: over(`for (const pair of orders.entries()) { const [, order] = pair; await ${LINES}; }`), errors: [{ ...read, line: 4, data: per('per `pair` of `orders.entries()`') }] },
    { name: 'for…of that assigns an outer variable', code: over(`let order;\nfor (order of orders) await ${LINES};`), errors: [{ ...read, line: 5, data: per('per `order` of `orders`') }] },
    { name: 'for…of over a set', code: over('for (const id of new Set(orders.map((order) => order.id))) await prisma.line.findMany({ where: { orderId: id } });'), errors: [{ ...read, line: 4 }] },
    { name: 'for…in', code: over('for (const id in byId) await prisma.line.findMany({ where: { orderId: Number(id) } });'), errors: [{ ...read, line: 4, data: per('per `id` of `byId`') }] },
    { name: 'for await, in its body', code: over(`for await (const order of source) await ${LINES};`), errors: [{ ...read, line: 4, data: per('per `order` of `source`') }] },
    {
      name: 'for by index',
      code: over('for (let i = 0; i < orders.length; i++) await prisma.line.findMany({ where: { orderId: orders[i]!.id } });'),
      errors: [{ ...read, line: 4, data: per('per element of `orders`') }],
    },
    { name: 'for with the length kept', code: over('for (let i = 0, n = orders.length; i < n; i++) await prisma.line.findMany({ where: { orderId: orders[i]!.id } });'), errors: [{ ...read, line: 4 }] },
    { name: 'for that runs down', code: over('for (let i = orders.length - 1; i >= 0; i--) await prisma.line.findMany({ where: { orderId: orders[i]!.id } });'), errors: [{ ...read, line: 4 }] },
    {
      name: 'while that takes from a list',
      code: over(`while (orders.length > 0) {\n  const order = orders.shift()!;\n  await ${LINES};\n}`),
      errors: [{ ...read, line: 6, data: per('per element of `orders`') }],
    },
    { name: 'while that takes in its test', code: over(`let order;\nwhile ((order = orders.pop())) await ${LINES};`), errors: [{ ...read, line: 5 }] },
    { name: 'while by index', code: over('let i = 0;\nwhile (i < orders.length) {\n  await prisma.line.findMany({ where: { orderId: orders[i]!.id } });\n  i++;\n}'), errors: [{ ...read, line: 6 }] },
    { name: 'do…while by index', code: over('let i = 0;\ndo {\n  await prisma.line.findMany({ where: { orderId: orders[i]!.id } });\n} while (++i < orders.length);'), errors: [{ ...read, line: 6 }] },
    { name: 'a loop with a label', code: over(`outer: for (const order of orders) {\n  if (!order.id) continue outer;\n  await ${LINES};\n}`), errors: [{ ...read, line: 6 }] },
    { name: 'under a condition', code: over(`for (const order of orders) if (order.id > 10) await ${LINES};`), errors: [{ ...read, line: 4 }] },
    { name: 'under a switch', code: over(`for (const order of orders) switch (order.id % 2) {\n  case 0: await ${LINES}; break;\n  default: break;\n}`), errors: [{ ...read, line: 5 }] },
    { name: 'in a try', code: over(`for (const order of orders) {\n  try {\n    await ${LINES};\n  } catch (error) {\n    console.error(error);\n  }\n}`), errors: [{ ...read, line: 6 }] },
    { name: 'in an operand', code: over(`for (const order of orders) console.log(order.id > 1 ? await ${LINES} : []);`), errors: [{ ...read, line: 4 }] },
    { name: 'in a template', code: over(`for (const order of orders) console.log(\`\${(await ${LINES}).length} lines\`);`), errors: [{ ...read, line: 4 }] },
    { name: 'in the update of a for', code: over('for (let i = 0; i < orders.length; await prisma.line.findMany({ where: { orderId: orders[i]!.id } }), i++);'), errors: [{ ...read, line: 4 }] },
    { name: 'in the test of a for', code: over('for (let i = 0; i < orders.length && (await prisma.line.findMany({ where: { orderId: orders[i]!.id } })).length; i++);'), errors: [{ ...read, line: 4 }] },
    { name: 'in a generator', code: `${PRISMA}export async function* run(orders: { id: number }[]) {\n  for (const order of orders) yield await ${LINES};\n}`, errors: [{ ...read, line: 4 }] },
    { name: 'in an IIFE', code: over(`for (const order of orders) {\n  void (async () => {\n    await ${LINES};\n  })();\n}`), errors: [{ ...read, line: 6 }] },
    { name: 'in the executor of a promise', code: over(`for (const order of orders) await new Promise((resolve, reject) => {\n  ${LINES}.then(resolve, reject);\n});`), errors: [{ ...read, line: 5 }] },
    { name: 'in a rejection handler', code: over(`for (const order of orders) await fetch('/orders').catch(() => ${LINES});`), errors: [{ ...read, line: 4 }] },
    { name: 'in what follows a promise', code: over(`for (const order of orders) await fetch(\`/orders/\${order.id}\`).then(async () => {\n  await ${LINES};\n});`), errors: [{ ...read, line: 5 }] },
  ],
});

const twoArguments = ['reduce', 'reduceRight'];
const methods = ['map', 'forEach', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex'];

tester.run('no-n-plus-one: iteration methods', rule('no-n-plus-one'), {
  valid: [
    { name: 'a method of that name on something that is no array', code: over("const observable = { map: (fn: (order: { id: number }) => unknown) => fn(orders[0]!) };\nreturn observable.map((order) => prisma.line.findMany({ where: { orderId: order.id } }));") },
    { name: 'the initial value of a reduce', code: over("return orders.reduce((sum, order) => sum + order.id, await prisma.line.count());") },
    { name: 'functions that are only made', code: over(`return orders.map((order) => () => ${LINES});`) },
  ],
  invalid: [
    ...methods.map((method) => ({
      name: method,
      code: over(`return orders.${method}(async (order) => (await ${LINES}).length > 0);`),
      errors: [{ ...read, line: 4, data: per('per `order` of `orders`') }],
    })),
    ...twoArguments.map((method) => ({
      name: method,
      code: over(`return orders.${method}(async (before, order) => [...(await before), ...(await ${LINES})], Promise.resolve([]));`),
      errors: [{ ...read, line: 4, data: per('per `order` of `orders`') }],
    })),
    { name: 'Array.fromAsync with a function', code: over(`return Array.fromAsync(orders, (order) => ${LINES});`), errors: [{ ...read, line: 4, data: per('per `order` of `orders`') }] },
    { name: 'Array.from with a function', code: over(`return Promise.all(Array.from(orders, (order) => ${LINES}));`), errors: [{ ...read, line: 4, data: per('per `order` of `orders`') }] },
    { name: 'map under Promise.all', code: over(`return Promise.all(orders.map((order) => ${LINES}));`), errors: [{ ...read, line: 4, data: per('per `order` of `orders`') }] },
    { name: 'map under Promise.allSettled', code: over(`return Promise.allSettled(orders.map(async (order) => {\n  await ${LINES};\n}));`), errors: [{ ...read, line: 5 }] },
    { name: 'map whose promises have a name', code: over(`const jobs = orders.map((order) => ${LINES});\nawait Promise.all(jobs);`), errors: [{ ...read, line: 4 }] },
    { name: 'a function expression', code: over(`await Promise.all(orders.map(function (order) {\n  return ${LINES};\n}));`), errors: [{ ...read, line: 5 }] },
    { name: 'an element that is taken apart', code: over('await Promise.all(orders.map(({ id }) => prisma.line.findMany({ where: { orderId: id } })));'), errors: [{ ...read, line: 4, data: per('per `id` of `orders`') }] },
    { name: 'entries of an object', code: over('await Promise.all(Object.entries(byId).map(([key, order]) => prisma.line.findMany({ where: { key, orderId: order.id } })));'), errors: [{ ...read, line: 4, data: per('per `key, order` of `Object.entries(byId)`') }] },
    { name: 'a chain of iterations', code: over(`await Promise.all(orders.filter((order) => order.id > 1).map((order) => ${LINES}));`), errors: [{ ...read, line: 4 }] },
    { name: 'a spread set', code: over('await Promise.all([...new Set(orders)].map((order) => prisma.line.findMany({ where: { orderId: order.id } })));'), errors: [{ ...read, line: 4 }] },
    { name: 'rows of a query at once', code: `${PRISMA}export async function run() {\n  return Promise.all((await prisma.order.findMany()).map((order) => ${LINES}));\n}`, errors: [{ ...read, line: 4 }] },
    { name: 'the values of a Map', code: `${PRISMA}export async function run(orders: Map<string, { id: number }>) {\n  orders.forEach((order) => void ${LINES});\n}`, errors: [{ ...read, line: 4 }] },
    { name: 'an optional chain', code: over(`await Promise.all(orders?.map((order) => ${LINES}) ?? []);`), errors: [{ ...read, line: 4 }] },
    { name: 'a callback in a callback', code: over(`orders.forEach((order) => {\n  [order].forEach((each) => void prisma.line.findMany({ where: { orderId: each.id } }));\n});`), errors: [{ ...read, line: 5 }] },
    { name: 'a `then` inside the callback', code: over(`await Promise.all(orders.map((order) => fetch('/x').then(() => ${LINES})));`), errors: [{ ...read, line: 4 }] },
  ],
});
