import { rule, tester } from '#kit';

const pino = (line: string) => `import pino from 'pino';\nconst logger = pino();\nexport async function ship(order: Order, note: string) {\n  try {\n    await send(order);\n  } catch (err) {\n    ${line}\n  }\n}\n`;
const winston = (line: string) => pino(line).replace("import pino from 'pino';\nconst logger = pino();", "import winston from 'winston';\nconst logger = winston.createLogger();");
/** A logger of winston whose lines are made like this. */
const printing = (format: string, before = '') => winston('logger.info(`shipped ${order.id}`);').replace('createLogger()', `createLogger({ format: ${format} })`).replace('const logger', `${before}const logger`);
const BOTH = "const { combine, printf, timestamp } = winston.format;\n";
const bunyan = (line: string) => pino(line).replace("import pino from 'pino';\nconst logger = pino();", "import bunyan from 'bunyan';\nconst logger = bunyan.createLogger({ name: 'shop' });");
/** One suggestion, whose text another case holds. */
const some = 1 as unknown as [];
const lost = (call: string, values: string, better: string) => ({ messageId: 'lostValue' as const, data: { call, values, better } });
const swapped = (better: string, output: string) => [{ messageId: 'swap' as const, data: { better }, output }];

tester.run('structured-log-arguments', rule('structured-log-arguments'), {
  valid: [
    { name: 'fields, then the text', code: pino("logger.info({ order }, 'shipped');") },
    { name: 'an error, then the text', code: pino("logger.error(err, 'could not ship');") },
    { name: 'a text alone', code: pino("logger.info('shipped');") },
    { name: 'an error alone', code: pino('logger.error(err);') },
    { name: 'printf tokens for every value', code: pino("logger.info('shipped %s of %o', note, order);") },
    { name: 'a token in a text that is put together', code: pino("logger.info('shipped ' + note + ' of %j', order);") },
    { name: 'fields, then a text with a token', code: pino("logger.info({ note }, 'shipped %o', order);") },
    { name: 'a first argument that may be anything', code: pino('logger.info(note, order);') },
    { name: 'arguments that are spread', code: pino("logger.info('shipped', ...note);") },
    { name: 'nothing after the text', code: pino("logger.info('shipped', undefined);") },
    { name: 'a logger that puts its arguments in order itself', code: "import pino from 'pino';\nconst logger = pino({ hooks: { logMethod(args, method) { method.apply(this, args.reverse()); } } });\nlogger.info('shipped', { a: 1 });\n" },
    { name: 'what the logger is made and set up with', code: "import pino from 'pino';\nconst logger = pino({ level: 'info' });\nlogger.child({ a: 1 }, { level: 'debug' });\n" },
    { name: 'winston: an object after the text', code: winston("logger.info('shipped', { order });") },
    { name: 'winston: an error after the text', code: winston("logger.error('could not ship', err);") },
    { name: 'winston: a level, a text, an object', code: winston("logger.log('info', 'shipped', { order });") },
    { name: 'bunyan: an object before the text', code: bunyan("logger.info({ order }, 'shipped');") },
    { name: 'bunyan: a plain value after the text, which is printed', code: bunyan("logger.info('shipped', note);") },
    { name: "Nest's logger: a text and whatever follows", code: "import { Logger } from '@nestjs/common';\nexport class Orders {\n  private readonly logger = new Logger('orders');\n  run(order: object) {\n    this.logger.log('shipped', order);\n    this.logger.error('failed', new Error('x').stack, 'orders');\n  }\n}\n" },
    { name: 'the logger of nestjs-pino, which takes what that of Nest takes', code: "import { Logger } from 'nestjs-pino';\nexport class Orders {\n  constructor(private readonly logger: Logger) {}\n  run() {\n    this.logger.log('shipped', { a: 1 });\n  }\n}\n" },
    { name: 'a logger that settings say takes anything', code: "lines.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ name: 'lines' }] } } },
    { name: 'another method than those that settings name', code: "lines.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ name: 'lines', order: 'fields', methods: ['note'] }] } } },
    { name: 'the console', code: "console.log('shipped', { a: 1 });\n" },
    { name: 'log4js, which prints', code: "import log4js from 'log4js';\nlog4js.getLogger().info('shipped', { a: 1 });\n" },
    { name: 'a logger that nobody can follow', code: "import { logger } from './missing';\nlogger.info('shipped', { a: 1 });\n" },
    { name: "a class of the app's own", code: "class Lines {\n  info(text: string, fields: object) {\n    process.stdout.write(JSON.stringify({ text, ...fields }));\n  }\n}\nnew Lines().info('shipped', { a: 1 });\n" },
    { name: 'a text that is put together, outside strict', code: pino('logger.info(`shipped ${order.id}`);') },
    { name: "req.log in a project that has no such middleware", code: "import express from 'express';\nexpress().get('/', (req, res) => {\n  req.log.info('shipped', { a: 1 });\n  res.end();\n});\n" },
  ],
  invalid: [
    { name: 'an object after the text', code: pino("logger.info('shipped', { order });"), errors: [{ ...lost('logger.info', '`{ order }`', "logger.info({ order }, '…')"), line: 7, column: 28, suggestions: swapped("logger.info({ order }, '…')", pino("logger.info({ order }, 'shipped');")) }] },
    { name: 'an error after the text', code: pino("logger.error('could not ship', err);"), errors: [{ ...lost('logger.error', '`err`', "logger.error(err, '…')"), suggestions: swapped("logger.error(err, '…')", pino("logger.error(err, 'could not ship');")) }] },
    { name: 'a value after the text, which gets its own name as a field', code: pino("logger.info('shipped', note);"), errors: [{ ...lost('logger.info', '`note`', "logger.info({ note }, '…')"), suggestions: swapped("logger.info({ note }, '…')", pino("logger.info({ note }, 'shipped');")) }] },
    { name: 'a property after the text, which has no field name yet', code: pino("logger.error('could not ship: ', err.message);"), errors: [{ ...lost('logger.error', '`err.message`', "logger.error({ … }, '…')"), suggestions: [] }] },
    { name: 'several values after the text', code: pino("logger.error('could not ship', order, err);"), errors: [lost('logger.error', '`order` and `err`', "logger.error({ order }, '…')")] },
    { name: 'a value more than the text has tokens for', code: pino("logger.info('shipped %s', note, order);"), errors: [lost('logger.info', '`order`', "logger.info({ order }, '…')")] },
    { name: 'a percent sign that is no token', code: pino("logger.info('100%% shipped', order);"), errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a percent sign that is no token, before a letter of one', code: pino("logger.info('100%%off', order);"), errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a value after fields and a text', code: pino("logger.error(err, 'could not ship', { order });"), errors: [lost('logger.error', '`{ order }`', "logger.error({ order }, '…')")] },
    { name: 'a text that is put together, and an object after it', code: pino('logger.info(`shipped ${note}`, { order });'), errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a text that a constant holds', code: pino("logger.info(TEXT, order);").replace('export', "const TEXT = 'shipped';\nexport"), errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a child logger', code: pino("logger.child({ part: 'orders' }).info('shipped', { order });"), errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a parameter that is declared as a logger', code: "import type { Logger } from 'pino';\nexport function run(log: Logger, id: string) {\n  log.info('shipped', id);\n}\n", errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: "Fastify's logger", code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/', async (request) => {\n  request.log.info('asked', { ip: request.ip });\n  app.log.warn('slow', { a: 1 });\n  return {};\n});\n", errors: [{ ...lost('request.log.info', '`{ ip: request.ip }`', "request.log.info({ ip: request.ip }, '…')"), suggestions: some }, { messageId: 'lostValue', suggestions: some }] },
    { name: 'the PinoLogger of nestjs-pino', code: "import { PinoLogger } from 'nestjs-pino';\nexport class Orders {\n  constructor(private readonly logger: PinoLogger) {}\n  run() {\n    this.logger.info('shipped', { a: 1 });\n  }\n}\n", errors: [{ ...lost('this.logger.info', '`{ a: 1 }`', "this.logger.info({ a: 1 }, '…')"), suggestions: some }] },
    { name: "a wrapper of the app's own that hands fields on behind the text", code: "import pino from 'pino';\nconst inner = pino();\nexport class Lines {\n  info(text: string, fields?: object) {\n    inner.info(`[app] ${text}`, fields);\n  }\n}\n", errors: [{ messageId: 'lostValue', line: 5, suggestions: some }] },
    { name: 'bunyan: an object after the text is printed', code: bunyan("logger.info('shipped', { order });"), errors: [{ messageId: 'printedValue', data: { call: 'logger.info', values: '`{ order }`', better: "logger.info({ order }, '…')" }, suggestions: some }] },
    { name: 'bunyan: an error after the text is printed', code: bunyan("logger.error('could not ship', err);"), errors: [{ messageId: 'printedValue', suggestions: swapped("logger.error(err, '…')", bunyan("logger.error(err, 'could not ship');")) }] },
    { name: "Adonis's logger", code: "import logger from '@adonisjs/core/services/logger';\nexport const run = (id: string) => logger.info('shipped', id);\n", errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a logger that settings know by its module', code: "import whatever from '@acme/log';\nwhatever.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ module: '@acme/log', order: 'fields' }] } }, errors: [{ messageId: 'lostValue', suggestions: some }] },
    ...['log', 'trace', 'debug', 'warn', 'error', 'fatal'].map((method) => ({ name: `${method} of a logger whose methods settings do not name`, code: `lines.${method}('shipped', { a: 1 });\n`, settings: { 'backend-patterns': { loggers: [{ name: 'lines', order: 'fields' }] } }, errors: [{ messageId: 'lostValue' as const, suggestions: some }] })),
    { name: 'a logger that settings know by its name', code: "lines.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ name: 'lines', order: 'fields' }] } }, errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a logger whose methods settings name', code: "lines.note('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ name: 'lines', order: 'fields', methods: ['note'] }] } }, errors: [{ messageId: 'lostValue', suggestions: some }] },
    { name: 'a logger that settings know', code: "import { log } from '@acme/log';\nlog.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ module: '@acme/log', name: 'log', order: 'fields' }] } }, errors: [{ messageId: 'lostValue', suggestions: some }] },
  ],
});

const options: [{ checkInterpolation: boolean }] = [{ checkInterpolation: true }];

tester.run('structured-log-arguments: checkInterpolation', rule('structured-log-arguments'), {
  valid: [
    { name: 'a fixed text', code: pino("logger.info('shipped');"), options },
    { name: 'a text over several lines', code: pino("logger.info('shipped' + ' at last');"), options },
    { name: 'fields beside the text', code: pino('logger.info({ id: order.id }, `shipped ${order.id}`);'), options },
    { name: 'winston: fields beside the text', code: winston('logger.info(`shipped ${order.id}`, { id: order.id });'), options },
    { name: 'a constant in the text', code: pino("logger.info(`${NAME} shipped`);").replace('export', "const NAME = 'shop';\nexport"), options },
    { name: 'a coloured line, for a terminal', code: `import colors from 'colors/safe';\n${winston('logger.info(`shipped ${colors.bold.green(order.id)}`);')}`, options },
    { name: "a line that is coloured by Node's own means", code: `import { styleText } from 'node:util';\n${winston("logger.info(`shipped ${styleText('bold', order.id)}`);")}`, options },
    { name: 'at the start of the process', code: "import pino from 'pino';\nconst logger = pino();\nconst port = process.env.port;\nlogger.info(`listening on ${port}`);\nfunction start() {\n  logger.info(`started on ${port}`);\n}\nstart();\n", options },
    { name: "Nest's logger", code: "import { Logger } from '@nestjs/common';\nexport function run(id: string) {\n  Logger.log(`shipped ${id}`);\n}\n", options },
    { name: 'a logger that settings say takes anything', code: "lines.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ name: 'lines' }] } } },
    { name: 'another method than those that settings name', code: "lines.info('shipped', { a: 1 });\n", settings: { 'backend-patterns': { loggers: [{ name: 'lines', order: 'fields', methods: ['note'] }] } } },
    { name: 'the console', code: "export function run(id: string) {\n  console.log(`shipped ${id}`);\n}\n", options },
    { name: 'a wrapper around the console', code: "function logLine(text: string) {\n  console.log(text);\n}\nexport function run(id: string) {\n  logLine(`shipped ${id}`);\n}\n", options },
    { name: 'winston: lines of the text alone', code: printing('winston.format.printf(({ level, message, timestamp }) => `${timestamp} ${level} ${message}`)'), options },
    { name: 'winston: lines of the text alone, last of several formats', code: printing('combine(timestamp(), lines)', `${BOTH}const lines = printf((info) => info.level + info.message);\n`), options },
    { name: 'winston: a printer that stands elsewhere', code: printing('printf(print)', `${BOTH}function print({ message }) { return message; }\n`), options },
    { name: 'winston: lines of the text alone, by an import of the formats', code: printing('format.printf(({ message }) => message)').replace('import winston from', 'import winston, { format } from'), options },
    { name: 'printf tokens', code: pino("logger.info('shipped %s', order.id);"), options },
  ],
  invalid: [
    { name: 'a template', code: pino('logger.info(`shipped ${order.id} with ${note}`);'), options, errors: [{ messageId: 'builtText', data: { call: 'logger.info', values: '`order.id` and `note`', better: "logger.info({ … }, '…')" }, line: 7, column: 17 }] },
    { name: 'a concatenation', code: pino("logger.info('shipped ' + order.id + '!');"), options, errors: [{ messageId: 'builtText', data: { call: 'logger.info', values: '`order.id`', better: "logger.info({ … }, '…')" } }] },
    { name: 'an error alone beside the text', code: pino('logger.error(err, `could not ship ${order.id}`);'), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston', code: winston('logger.info(`shipped ${order.id}`);'), options, errors: [{ messageId: 'builtText', data: { call: 'logger.info', values: '`order.id`', better: "logger.info('…', { … })" } }] },
    { name: 'winston: a printer of what is left', code: printing('winston.format.printf(({ level, message, ...fields }) => `${level} ${message} ${JSON.stringify(fields)}`)'), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston: a printer of all', code: printing('winston.format.printf((info) => JSON.stringify(info))'), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston: a printer of gathered fields', code: printing('combine(winston.format.metadata(), printf((info) => info.message + JSON.stringify(info.metadata)))', BOTH), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston: a printer that reads by a name of its own', code: printing('printf((info) => info[order] + order[info])', BOTH), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston: a printer out of sight', code: printing("printf(print)", `import { print } from './missing';\n${BOTH}`), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston: a printer with no parameter that could be named', code: printing('printf(([one]) => one)', BOTH), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston: JSON, made after the text', code: printing('combine(printf(({ message }) => message), winston.format.json())', BOTH), options, errors: [{ messageId: 'builtText' }] },
    { name: 'winston with a level', code: winston("logger.log('info', 'shipped ' + order.id);"), options, errors: [{ messageId: 'builtText' }] },
    { name: 'a call that colours nothing', code: winston('logger.info(`shipped ${shorten(order.id)}`);'), options, errors: [{ messageId: 'builtText' }] },
    { name: "a wrapper of the app's own around winston", code: "import { createLogger } from 'winston';\nconst inner = createLogger();\nclass Lines {\n  info(text: string, ...rest: unknown[]) {\n    inner.info(text, rest);\n  }\n}\nconst log = new Lines();\nexport function run(id: string) {\n  log.info(`shipped ${id}`);\n}\n", options, errors: [{ messageId: 'builtText', line: 10 }] },
    { name: 'a lost value is reported once', code: pino('logger.info(`shipped ${order.id}`, err);'), options, errors: [{ messageId: 'lostValue', suggestions: some }] },
  ],
});
