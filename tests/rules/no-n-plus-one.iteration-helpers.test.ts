/** Libraries that go through a collection, and functions of the app's own that settings name. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const RELATION = 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`';

/** An import, then a function that is given orders; its body is the fifth line. */
const withHelper = (helper: string, body: string) => `${helper}\n${PRISMA}export async function run(orders: { id: number }[]) {\n${body}\n}\n`;
const QUERY = '(order) => prisma.line.findMany({ where: { orderId: order.id } })';
const errors = [{ messageId: 'queryInLoop' as const, line: 5, data: { what: '`line.findMany`', loop: 'per `order` of `orders`', remedy: RELATION } }];

tester.run('no-n-plus-one: iteration helpers', rule('no-n-plus-one'), {
  valid: [
    { name: 'lodash: the memory side of an iteration', code: withHelper("import _ from 'lodash';", 'const lines = await prisma.line.findMany();\nreturn _.map(orders, (order) => _.filter(lines, { orderId: order.id }));') },
    { name: 'lodash: a debounced function runs later', code: withHelper("import _ from 'lodash';", 'return orders.map((order) => _.debounce(() => prisma.line.findMany({ where: { orderId: order.id } }), 100));') },
    { name: 'async: tasks that are listed one by one', code: withHelper("import async from 'async';", 'return async.parallel([async () => prisma.line.count(), async () => prisma.order.count()]);') },
    { name: 'p-limit: one task', code: withHelper("import pLimit from 'p-limit';", 'const limit = pLimit(2);\nreturn limit(() => prisma.line.findMany({ where: { orderId: orders[0]!.id } }));') },
    { name: 'an unknown function of two arguments', code: withHelper("import { once } from 'some-helpers';", `return once(orders, ${QUERY});`) },
    {
      name: 'a function that settings name, with nothing to query',
      code: withHelper("import { eachRow } from '@acme/rows';", 'return eachRow(orders, (order) => order.id);'),
      settings: { 'backend-patterns': { iterationHelpers: ['eachRow'] } },
    },
  ],
  invalid: [
    { name: 'lodash: _.map', code: withHelper("import _ from 'lodash';", `return Promise.all(_.map(orders, ${QUERY}));`), errors },
    { name: 'lodash: _.forEach', code: withHelper("import _ from 'lodash';", `_.forEach(orders, ${QUERY});`), errors },
    { name: 'lodash: a named import', code: withHelper("import { flatMap } from 'lodash-es';", `return flatMap(orders, ${QUERY});`), errors },
    { name: 'lodash: one function a module', code: withHelper("import map from 'lodash/map';", `return map(orders, ${QUERY});`), errors },
    { name: 'lodash: reduce', code: withHelper("import { reduce } from 'lodash';", 'return reduce(orders, async (before, order) => [...(await before), ...(await prisma.line.findMany({ where: { orderId: order.id } }))], Promise.resolve([]));'), errors },
    { name: 'lodash: a chain', code: withHelper("import _ from 'lodash';", `return _.chain(orders).map(${QUERY}).value();`), errors: [{ messageId: 'queryInLoop', line: 5 }] },
    { name: 'lodash: CommonJS', code: withHelper("const _ = require('lodash');", `return _.map(orders, ${QUERY});`), errors },
    { name: 'underscore', code: withHelper("import _ from 'underscore';", `_.each(orders, ${QUERY});`), errors },
    { name: 'p-map', code: withHelper("import pMap from 'p-map';", `return pMap(orders, ${QUERY}, { concurrency: 4 });`), errors },
    { name: 'p-map-series', code: withHelper("import mapSeries from 'p-map-series';", `return mapSeries(orders, ${QUERY});`), errors },
    { name: 'p-each-series', code: withHelper("import eachSeries from 'p-each-series';", `return eachSeries(orders, ${QUERY});`), errors },
    { name: 'p-filter', code: withHelper("import pFilter from 'p-filter';", 'return pFilter(orders, async (order) => (await prisma.line.findMany({ where: { orderId: order.id } })).length > 0);'), errors },
    { name: 'p-reduce', code: withHelper("import pReduce from 'p-reduce';", 'return pReduce(orders, async (sum, order) => sum + (await prisma.line.findMany({ where: { orderId: order.id } })).length, 0);'), errors },
    { name: 'p-limit in a map', code: withHelper("import pLimit from 'p-limit';", 'const limit = pLimit(4);\nreturn Promise.all(orders.map((order) => limit(() => prisma.line.findMany({ where: { orderId: order.id } }))));'), errors: [{ messageId: 'queryInLoop', line: 6 }] },
    { name: 'p-queue in a loop', code: withHelper("import PQueue from 'p-queue';", 'const queue = new PQueue({ concurrency: 4 });\nfor (const order of orders) void queue.add(() => prisma.line.findMany({ where: { orderId: order.id } }));'), errors: [{ messageId: 'queryInLoop', line: 6 }] },
    { name: 'async.each', code: withHelper("import async from 'async';", 'return async.each(orders, async (order) => {\n  await prisma.line.findMany({ where: { orderId: order.id } });\n});'), errors: [{ messageId: 'queryInLoop', line: 6 }] },
    { name: 'async.eachSeries', code: withHelper("import { eachSeries } from 'async';", `return eachSeries(orders, async ${QUERY});`), errors },
    { name: 'async.eachLimit', code: withHelper("import async from 'async';", `return async.eachLimit(orders, 5, async ${QUERY});`), errors },
    { name: 'async.mapLimit with callbacks', code: withHelper("const async = require('async');", 'async.mapLimit(orders, 5, (order, done) => prisma.line.findMany({ where: { orderId: order.id } }).then((rows) => done(null, rows), done), console.log);'), errors },
    { name: 'Bluebird: Promise.map', code: withHelper("import Promise from 'bluebird';", `return Promise.map(orders, ${QUERY}, { concurrency: 3 });`), errors },
    { name: 'Bluebird: Promise.each', code: withHelper("import Bluebird from 'bluebird';", `return Bluebird.each(orders, ${QUERY});`), errors },
    { name: 'Bluebird: Promise.mapSeries', code: withHelper("const Promise = require('bluebird');", `return Promise.mapSeries(orders, ${QUERY});`), errors },
    {
      name: 'a function that settings name',
      code: withHelper("import { eachRow } from '@acme/rows';", `return eachRow(orders, ${QUERY});`),
      settings: { 'backend-patterns': { iterationHelpers: ['eachRow'] } },
      errors,
    },
    {
      name: 'a method that settings name',
      code: withHelper("import rows from '@acme/rows';", `return rows.eachRow(orders, { parallel: 3 }, ${QUERY});`),
      settings: { 'backend-patterns': { iterationHelpers: ['eachRow'] } },
      errors,
    },
  ],
});
