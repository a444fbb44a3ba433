import { describe, expect, it } from 'vitest';
import { lintProject, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

const RULE = 'no-side-effect-in-transaction';
const early = (name: string, text: string, rest: { readonly data?: Readonly<Record<string, string>> } = {}) => marked(name, 'sideEffect', text, rest);

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const MAIL = `${PRISMA}import nodemailer from 'nodemailer';\nconst mailer = nodemailer.createTransport({});\n`;
/** Statements in the callback of a transaction, and statements after it. */
const placing = (preamble: string, within: string, after = ''): string => `${preamble}export async function place(to: string) {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { to } });\n    ${within}\n  });\n  ${after}\n}\n`;
const SEND = 'mailer.sendMail({ to })';

tester.run(`${RULE}: libraries`, rule(RULE), {
  valid: [
    { name: 'mail after the transaction', code: placing(MAIL, '', `await ${SEND};`) },
    { name: 'a row of an outbox', code: placing(MAIL, "await tx.outbox.create({ data: { kind: 'mail', to } });") },
    { name: 'a command that is only made', code: placing(`${PRISMA}import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({});\n`, 'const command = new SendMessageCommand({ MessageBody: to });') },
    { name: 'a command that only reads', code: placing(`${PRISMA}import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\n`, 'await s3.send(new GetObjectCommand({ Key: to }));') },
    { name: 'a queue that is asked how long it is', code: placing(`${PRISMA}import { Queue } from 'bullmq';\nconst queue = new Queue('mails');\n`, 'await queue.count();') },
    { name: 'something of that name that nobody knows', code: placing(`${PRISMA}import { mailer } from './mailer';\n`, `await ${SEND};`) },
    { name: 'a webhook that is checked', code: placing(`${PRISMA}import Stripe from 'stripe';\nconst stripe = new Stripe('key');\n`, "stripe.webhooks.constructEvent(to, 'signature', 'secret');") },
    { name: 'a listener that is put on an emitter', code: placing(`${PRISMA}import { EventEmitter } from 'node:events';\nconst events = new EventEmitter();\n`, "events.on('placed', () => 1);") },
  ],
  invalid: [
    early('Nodemailer', placing(MAIL, `await «${SEND}»;`), { data: { what: '`mailer.sendMail`', does: 'sends mail', around: 'the transaction of line 6', remedy: 'do it after the commit' } }),
    early('Nodemailer, in a transaction that is begun on a failure', `${MAIL}export async function place(to: string) {\n  try {\n    await load(to);\n  } catch {\n    await prisma.$transaction(async (tx) => {\n      await tx.order.create({ data: { to } });\n      await «${SEND}»;\n    });\n  }\n}\n`),
    early('Nodemailer, which nobody waits for', placing(MAIL, `void «${SEND}»;`)),
    early('Nodemailer, in a chain', placing(MAIL, `await tx.order.count().then(() => «${SEND}»);`)),
    early('a mailer that Nest injects', `${PRISMA}import { MailerService } from '@nestjs-modules/mailer';\nexport class Orders {\n  constructor(private readonly mailer: MailerService) {}\n  place(to: string) {\n    return prisma.$transaction(async (tx) => {\n      await tx.order.create({ data: { to } });\n      await «this.mailer.sendMail({ to })»;\n    });\n  }\n}\n`),
    early('SendGrid', placing(`${PRISMA}import sendgrid from '@sendgrid/mail';\n`, 'await «sendgrid.send({ to })»;')),
    early('Resend', placing(`${PRISMA}import { Resend } from 'resend';\nconst resend = new Resend('key');\n`, 'await «resend.emails.send({ to })»;')),
    early('Bull', placing(`${PRISMA}import Bull from 'bull';\nconst queue = new Bull('mails');\n`, 'await «queue.add({ to })»;'), { data: { what: '`queue.add`', does: 'adds a job to a queue', around: 'the transaction of line 6', remedy: 'do it after the commit' } }),
    early('Bull, injected', `${PRISMA}import { Queue } from 'bull';\nexport class Orders {\n  constructor(private readonly queue: Queue) {}\n  place(to: string) {\n    return prisma.$transaction(async (tx) => {\n      await tx.order.create({ data: { to } });\n      await «this.queue.add({ to })»;\n    });\n  }\n}\n`),
    early('BullMQ', placing(`${PRISMA}import { Queue } from 'bullmq';\nconst queue = new Queue('mails');\n`, "await «queue.add('mail', { to })»;")),
    early('a flow of BullMQ', placing(`${PRISMA}import { FlowProducer } from 'bullmq';\nconst flow = new FlowProducer();\n`, "await «flow.add({ name: 'mail', queueName: to })»;")),
    early('amqplib', placing(`${PRISMA}import amqp from 'amqplib';\nconst connection = await amqp.connect('amqp://localhost');\nconst channel = await connection.createChannel();\n`, "«channel.sendToQueue('mails', Buffer.from(to))»;"), { data: { what: '`channel.sendToQueue`', does: 'sends a message', around: 'the transaction of line 7', remedy: 'do it after the commit' } }),
    early('KafkaJS', placing(`${PRISMA}import { Kafka } from 'kafkajs';\nconst producer = new Kafka({ brokers: [] }).producer();\n`, "await «producer.send({ topic: 'orders', messages: [{ value: to }] })»;")),
    early('SQS', placing(`${PRISMA}import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({});\n`, 'await «sqs.send(new SendMessageCommand({ MessageBody: to }))»;')),
    early('SQS, a command with a name', placing(`${PRISMA}import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({});\n`, 'const command = new SendMessageCommand({ MessageBody: to });\n    await «sqs.send(command)»;')),
    early('SNS', placing(`${PRISMA}import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';\nconst sns = new SNSClient({});\n`, 'await «sns.send(new PublishCommand({ Message: to }))»;')),
    early('SES', placing(`${PRISMA}import { SES } from '@aws-sdk/client-ses';\nconst ses = new SES({});\n`, 'await «ses.sendEmail({ Source: to })»;')),
    early('S3', placing(`${PRISMA}import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\n`, 'await «s3.send(new PutObjectCommand({ Key: to }))»;'), { data: { what: '`s3.send`', does: 'changes a stored file', around: 'the transaction of line 6', remedy: 'do it after the commit' } }),
    early('S3, an upload in parts', placing(`${PRISMA}import { Upload } from '@aws-sdk/lib-storage';\n`, 'await «new Upload({ params: { Key: to } }).done()»;')),
    early('QStash', placing(`${PRISMA}import { Client } from '@upstash/qstash';\nconst qstash = new Client({});\n`, "await «qstash.queue({ queueName: 'mails' }).enqueueJSON({ body: to })»;")),
    early('Stripe', placing(`${PRISMA}import Stripe from 'stripe';\nconst stripe = new Stripe('key');\n`, 'await «stripe.checkout.sessions.create({ customer_email: to })»;')),
    early('fetch', placing(PRISMA, 'await «fetch(to)»;'), { data: { what: '`fetch`', does: 'calls another service', around: 'the transaction of line 4', remedy: 'do it after the commit' } }),
    early('node-fetch', placing(`${PRISMA}import get from 'node-fetch';\n`, 'await «get(to)»;')),
    early('undici', placing(`${PRISMA}import { request } from 'undici';\n`, 'await «request(to)»;')),
    early('axios', placing(`${PRISMA}import axios from 'axios';\n`, 'await «axios.post(to)»;')),
    early('an instance of axios', placing(`${PRISMA}import axios from 'axios';\nconst api = axios.create();\n`, 'await «api(to)»;')),
    early('axios, by require', placing("const axios = require('axios');\nconst { PrismaClient } = require('@prisma/client');\nconst prisma = new PrismaClient();\n", 'await «axios.post(to)»;')),
    early('got', placing(`${PRISMA}import got from 'got';\n`, 'await «got.post(to).json()»;').replace('.json()»', '».json()')),
    early('ky', placing(`${PRISMA}import ky from 'ky';\nconst api = ky.extend({});\n`, 'await «api.put(to)»;')),
    early('an emitter', placing(`${PRISMA}import { EventEmitter } from 'node:events';\nconst events = new EventEmitter();\n`, "«events.emit('placed', to)»;"), { data: { what: '`events.emit`', does: 'emits an event', around: 'the transaction of line 6', remedy: 'do it after the commit' } }),
    early("Nest's emitter", `${PRISMA}import { EventEmitter2 } from '@nestjs/event-emitter';\nexport class Orders {\n  constructor(private readonly events: EventEmitter2) {}\n  place(to: string) {\n    return prisma.$transaction(async (tx) => {\n      await tx.order.create({ data: { to } });\n      «this.events.emit('placed', to)»;\n    });\n  }\n}\n`),
    early('a channel of ioredis', placing(`${PRISMA}import Redis from 'ioredis';\nconst redis = new Redis();\n`, "await «redis.publish('placed', to)»;")),
  ],
});

const SEQUELIZE = "import { DataTypes, Sequelize, Transaction } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst Order = sequelize.define('Order', {});\n";
const TYPEORM = "import { DataSource } from 'typeorm';\nclass Order {}\n";
const POSTGRES = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const runner = (within: string, after: string, failed = ''): string => `${TYPEORM}export async function place(source: DataSource, to: string) {\n  const runner = source.createQueryRunner();\n  await runner.startTransaction();\n  try {\n    await runner.manager.save(Order, { to });\n    ${within}\n    await runner.commitTransaction();\n    ${after}\n  } catch (error) {\n    await runner.rollbackTransaction();\n    ${failed}\n    throw error;\n  }\n}\n`;

tester.run(`${RULE}: transactions`, rule(RULE), {
  valid: [
    { name: 'no transaction', code: `${MAIL}export async function place(to: string) {\n  await prisma.order.create({ data: { to } });\n  await ${SEND};\n}\n` },
    { name: 'operations that are handed over together', code: `${MAIL}export async function place(to: string) {\n  await prisma.$transaction([prisma.order.create({ data: { to } })]);\n  await ${SEND};\n}\n` },
    { name: 'a chain on the transaction', code: `${MAIL}export const place = (to: string) => prisma.$transaction(async (tx) => tx.order.create({ data: { to } })).then(() => ${SEND});\n` },
    { name: 'what comes of a failure', code: placing(MAIL, `try { await tx.order.count(); } catch (error) { await ${SEND}; throw error; }`) },
    { name: 'a function that is only made', code: placing(MAIL, `const send = () => ${SEND};\n    later.push(send);`) },
    { name: 'a timer', code: placing(MAIL, `setTimeout(() => ${SEND}, 1000);`) },
    { name: 'Sequelize, after the commit', code: `${SEQUELIZE}export const place = (to: string) => sequelize.transaction(async (transaction) => {\n  await Order.create({ to }, { transaction });\n  transaction.afterCommit(() => fetch(to));\n});\n` },
    { name: 'TypeORM by hand, after the commit', code: runner('', 'await fetch(to);') },
    { name: 'TypeORM by hand, after the rollback', code: runner('', '', 'await fetch(to);') },
    { name: 'pg by hand, after the commit', code: `${POSTGRES}export async function place(to: string) {\n  const client = await pool.connect();\n  await client.query('BEGIN');\n  await client.query('INSERT INTO orders VALUES ($1)', [to]);\n  await client.query('COMMIT');\n  await fetch(to);\n}\n` },
    { name: 'a method beside one that a decorator puts into a transaction', code: "import { Transactional } from 'typeorm-transactional';\nexport class Orders {\n  @Transactional()\n  async place() {}\n  async tell(to: string) {\n    await fetch(to);\n  }\n}\n" },
    { name: 'a decorated method, what comes of a failure', code: "import { Transactional } from 'typeorm-transactional';\nexport class Orders {\n  @Transactional()\n  async place(to: string) {\n    try { await this.add(); } catch (error) { await fetch(to); throw error; }\n  }\n  async add() {}\n}\n" },
    { name: "a decorated method, after the commit", code: "import { Transactional, runOnTransactionCommit } from 'typeorm-transactional';\nexport class Orders {\n  @Transactional()\n  async place(to: string) {\n    runOnTransactionCommit(() => fetch(to));\n  }\n}\n" },
    { name: 'a step of work that a function of the app does in a transaction of its own', code: `${SEQUELIZE}const renewed = (renew: (token: string) => Promise<unknown>) => sequelize.transaction(async (transaction) => {\n  const row = await Order.findOne({ transaction, lock: true });\n  const token = await renew(row.token);\n  await row.update({ token }, { transaction });\n});\nexport const load = () => renewed(async (token) => fetch(token));\n` },
  ],
  invalid: [
    early('Sequelize', `${SEQUELIZE}export const place = (to: string) => sequelize.transaction(async (transaction) => {\n  await Order.create({ to }, { transaction });\n  await «fetch(to)»;\n});\n`, { data: { what: '`fetch`', does: 'calls another service', around: 'the transaction of line 4', remedy: 'hand it to `afterCommit` of the transaction' } }),
    early('TypeORM', `${TYPEORM}export const place = (source: DataSource, to: string) => source.transaction(async (manager) => {\n  await manager.save(Order, { to });\n  await «fetch(to)»;\n});\n`),
    early('TypeORM by hand', runner('await «fetch(to)»;', '')),
    early('TypeORM by hand, after another one is committed', runner('const other = source.createQueryRunner();\n    await other.startTransaction();\n    await other.commitTransaction();\n    await «fetch(to)»;', '')),
    early('pg by hand', `${POSTGRES}export async function place(to: string) {\n  const client = await pool.connect();\n  await client.query('BEGIN');\n  await client.query('INSERT INTO orders VALUES ($1)', [to]);\n  await «fetch(to)»;\n  await client.query('COMMIT');\n}\n`),
    early('Knex', "import knex from 'knex';\nconst db = knex({});\nexport const place = (to: string) => db.transaction(async (trx) => {\n  await trx('orders').insert({ to });\n  await «fetch(to)»;\n});\n"),
    early('Drizzle', "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { orders } from './schema';\nconst db = drizzle('url');\nexport const place = (to: string) => db.transaction(async (tx) => {\n  await tx.insert(orders).values({ to });\n  await «fetch(to)»;\n});\n"),
    early('Mongoose', "import mongoose from 'mongoose';\nconst Order = mongoose.model('Order', new mongoose.Schema({}));\nexport async function place(to: string) {\n  const session = await mongoose.startSession();\n  await session.withTransaction(async () => {\n    await Order.create([{ to }], { session });\n    await «fetch(to)»;\n  });\n}\n"),
    early('a decorator', "import { Transactional } from 'typeorm-transactional';\nexport class Orders {\n  @Transactional()\n  async place(to: string) {\n    await «fetch(to)»;\n  }\n}\n", { data: { what: '`fetch`', does: 'calls another service', around: 'the transaction that a decorator opens around it', remedy: 'do it after the commit' } }),
    early('a helper of the app that hands the transaction on', `${SEQUELIZE}const inTransaction = (work: (transaction: Transaction) => Promise<unknown>) => sequelize.transaction(async (transaction) => work(transaction));\nexport const place = (to: string) => inTransaction(async (transaction) => {\n  await Order.create({ to }, { transaction });\n  await «fetch(to)»;\n});\n`),
    early('a helper of the app that hands on what holds the transaction', `${SEQUELIZE}const inTransaction = (work: (unit: Unit) => Promise<unknown>) => sequelize.transaction(async (transaction) => work(new Unit(transaction)));\nexport const place = (to: string) => inTransaction(async (unit) => {\n  await unit.add({ to });\n  await «fetch(to)»;\n});\n`),
    early('a helper of the app that hands nothing on', `${SEQUELIZE}const inTransaction = (work: () => Promise<unknown>) => sequelize.transaction(async (transaction) => work());\nexport const place = (to: string) => inTransaction(async () => {\n  await «fetch(to)»;\n});\n`),
    early('a helper of the app whose own callback takes no handle', `${SEQUELIZE}const inTransaction = (work: (name: string) => Promise<unknown>) => sequelize.transaction(async () => work('order'));\nexport const place = (to: string) => inTransaction(async (name) => {\n  await «fetch(to)»;\n});\n`),
  ],
});

const tell = (body: string) => `async function tell(to: string, loud = false) {\n  ${body}\n}\n`;
const chain = (length: number) => Array.from({ length }, (_, at) => `async function ${at === 0 ? 'tell' : `step${String(at)}`}(to: string) {\n  await ${at === length - 1 ? SEND : `step${String(at + 1)}(to)`};\n}\n`).join('');

tester.run(`${RULE}: what functions reach`, rule(RULE), {
  valid: [
    { name: 'a function that is called after the transaction', code: placing(MAIL + tell(`await ${SEND};`), '', 'await tell(to);') },
    { name: 'a function that does nothing outside', code: placing(MAIL + tell('return to;'), 'await tell(to);') },
    { name: 'an option that is not given', code: placing(MAIL + tell(`if (loud) await ${SEND};`), 'await tell(to);') },
    { name: 'an option that is not given on the way', code: placing(`${MAIL}async function step(to: string, loud = false) {\n  if (loud) await ${SEND};\n}\n${tell('await step(to, false);')}`, 'await tell(to);') },
    { name: 'what a function does about a failure', code: placing(MAIL + tell(`try { JSON.parse(to); } catch { await ${SEND}; }`), 'await tell(to);') },
    { name: 'what a function leaves to a listener', code: placing(MAIL + tell(`process.on('exit', () => ${SEND});`), 'await tell(to);') },
    { name: 'a call that stands in a catch', code: placing(MAIL + tell(`await ${SEND};`), 'try { await tx.order.count(); } catch (error) { await tell(to); throw error; }') },
    { name: 'a mail that is far away', code: placing(MAIL + chain(6), 'await tell(to);') },
  ],
  invalid: [
    early('a function', placing(MAIL + tell(`await ${SEND};`), 'await «tell(to)»;'), { data: { what: '`tell` (which reaches `mailer.sendMail` at file.tsx:6)', does: 'sends mail', around: 'the transaction of line 9', remedy: 'do it after the commit' } }),
    early('an option that is given', placing(MAIL + tell(`if (loud) await ${SEND};`), 'await «tell(to, true)»;')),
    early('an option that is handed on', placing(`${MAIL}async function step(to: string, loud = false) {\n  if (loud) await ${SEND};\n}\n${tell('await step(to, loud);')}`, 'await «tell(to, true)»;')),
    early('a function of a function', placing(MAIL + chain(2), 'await «tell(to)»;')),
    early('a mail that is as far away as is looked', placing(MAIL + chain(5), 'await «tell(to)»;')),
    early('the nearest of two', placing(`${MAIL}async function step(to: string) {\n  await fetch(to);\n}\n${tell(`await step(to);\n  await ${SEND};`)}`, 'await «tell(to)»;'), { data: { what: '`tell` (which reaches `mailer.sendMail` at file.tsx:10)', does: 'sends mail', around: 'the transaction of line 13', remedy: 'do it after the commit' } }),
    early('what a function does in a transaction of its own is told there', placing(`${MAIL}${tell(`await prisma.$transaction(async (tx) => {\n    await tx.log.create({ data: {} });\n    await «${SEND}»;\n  });`)}`, 'await tell(to);')),
    early('what a function calls in a transaction of its own is told there', placing(`${MAIL}async function step(to: string) {\n  await ${SEND};\n}\n${tell('await prisma.$transaction(async (tx) => {\n    await tx.log.create({ data: {} });\n    await «step(to)»;\n  });')}`, 'await tell(to);')),
    early('what a decorated method does is told there', `${PRISMA}import { Transactional } from 'typeorm-transactional';\nexport class Orders {\n  place(to: string) {\n    return prisma.$transaction(async (tx) => this.tell(to));\n  }\n  @Transactional()\n  async tell(to: string) {\n    await «fetch(to)»;\n  }\n}\n`),
    early('the one that nothing decides, of two', placing(`${MAIL}${tell(`if (to) await fetch(to);\n  await ${SEND};`)}`, 'await «tell(to)»;'), { data: { what: '`tell` (which reaches `mailer.sendMail` at file.tsx:7)', does: 'sends mail', around: 'the transaction of line 10', remedy: 'do it after the commit' } }),
    early('a function of a table', placing(`${MAIL}const table = [async (to: string) => ${SEND}];\n`, 'await «table[0](to)»;')),
    early('a function that a call gives', placing(`${MAIL}${tell(`await ${SEND};`)}const teller = () => tell;\n`, 'await «teller()(to)»;'), { data: { what: '`the call` (which reaches `mailer.sendMail` at file.tsx:6)', does: 'sends mail', around: 'the transaction of line 10', remedy: 'do it after the commit' } }),
    { name: 'a function that is called where it stands: once', code: placing(MAIL, `await (async () => { await ${SEND}; })();`), errors: [{ messageId: 'sideEffect' }] },
    early('a function that is handed over at once', placing(MAIL + tell(`await ${SEND};`), 'await Promise.all([to].map((each) => «tell(each)»));')),
  ],
});

describe(`${RULE}: other files`, () => {
  it('names the place of what a function of another file does', () => {
    const found = lintProject({
      'src/mails.ts': "import nodemailer from 'nodemailer';\nconst transport = nodemailer.createTransport({});\nexport class Mails {\n  async welcome(to: string) {\n    await transport.sendMail({ to });\n  }\n}\n",
      'src/users.ts': `${PRISMA}import { Mails } from './mails';\nconst mails = new Mails();\nexport const add = (to: string) => prisma.$transaction(async (tx) => {\n  await tx.user.create({ data: { to } });\n  await mails.welcome(to);\n});\n`,
    }, { rules: { [RULE]: {} } });
    expect(found.map(({ file, line, message }) => `${file}:${String(line)} ${message}`)).toEqual([
      'src/users.ts:7 `welcome` (which reaches `transport.sendMail` at mails.ts:5) sends mail in the transaction of line 5: no rollback takes that back, and the rows stay locked meanwhile. Instead, do it after the commit, or write it down in a row that a job works off.',
    ]);
  });
});
