/** Every library the plugin knows. */
import { betterSqlite3 } from './databases/better-sqlite3.js';
import { bookshelf } from './databases/bookshelf.js';
import { cassandra } from './databases/cassandra.js';
import { d1 } from './databases/d1.js';
import { drizzle } from './databases/drizzle.js';
import { dynamodb } from './databases/dynamodb.js';
import { firestore } from './databases/firestore.js';
import { knex } from './databases/knex.js';
import { kysely } from './databases/kysely.js';
import { loopbackRepository } from './databases/loopback-repository.js';
import { lucid } from './databases/lucid.js';
import { mikroOrm } from './databases/mikro-orm.js';
import { mongodb } from './databases/mongodb.js';
import { mongoose } from './databases/mongoose.js';
import { mssql } from './databases/mssql.js';
import { mysql } from './databases/mysql.js';
import { neon } from './databases/neon.js';
import { neo4j } from './databases/neo4j.js';
import { nodeSqlite } from './databases/node-sqlite.js';
import { objection } from './databases/objection.js';
import { oracledb } from './databases/oracledb.js';
import { pgPromise } from './databases/pg-promise.js';
import { pg } from './databases/pg.js';
import { planetscale } from './databases/planetscale.js';
import { postgresJs } from './databases/postgres-js.js';
import { prisma } from './databases/prisma.js';
import { sequelize } from './databases/sequelize.js';
import { slonik } from './databases/slonik.js';
import { sqlite3 } from './databases/sqlite3.js';
import { supabase } from './databases/supabase.js';
import { typeorm } from './databases/typeorm.js';
import { vercelPostgres } from './databases/vercel-postgres.js';
import { waterline } from './databases/waterline.js';
import { cacheManager } from './caches/cache-manager.js';
import { ioredis } from './caches/ioredis.js';
import { keyv } from './caches/keyv.js';
import { lruCache } from './caches/lru-cache.js';
import { memcached } from './caches/memcached.js';
import { nodeCache } from './caches/node-cache.js';
import { upstashRedis } from './caches/upstash-redis.js';
import { redis } from './caches/redis.js';
import { adonis } from './frameworks/adonis.js';
import { astro } from './frameworks/astro.js';
import { azureFunctions } from './frameworks/azureFunctions.js';
import { elysia } from './frameworks/elysia.js';
import { express } from './frameworks/express.js';
import { expressAsync } from './frameworks/expressAsync.js';
import { fastify, fastifyAutoload, fastifyPlugin } from './frameworks/fastify.js';
import { firebaseFunctions } from './frameworks/firebaseFunctions.js';
import { graphql } from './frameworks/graphql.js';
import { h3 } from './frameworks/h3.js';
import { hapi } from './frameworks/hapi.js';
import { hono } from './frameworks/hono.js';
import { koa, koaRouter } from './frameworks/koa.js';
import { lambda } from './frameworks/lambda.js';
import { loopback } from './frameworks/loopback.js';
import { nestjs } from './frameworks/nestjs.js';
import { next } from './frameworks/next.js';
import { nextSafeAction } from './frameworks/nextSafeAction.js';
import { remix } from './frameworks/remix.js';
import { restify } from './frameworks/restify.js';
import { routingControllers } from './frameworks/routingControllers.js';
import { sails, sailsActions } from './frameworks/sails.js';
import { sveltekit } from './frameworks/sveltekit.js';
import { trpc } from './frameworks/trpc.js';
import { tsoa } from './frameworks/tsoa.js';
import { web } from './frameworks/web.js';
import { adonisHash } from './hashing/adonisHash.js';
import { argon2 } from './hashing/argon2.js';
import { bcrypt } from './hashing/bcrypt.js';
import { bun } from './hashing/bun.js';
import { cryptoJs, cryptoJsDigests, cryptoJsPbkdf2 } from './hashing/cryptoJs.js';
import { md5, jsSha, objectHash } from './hashing/fastHashes.js';
import { nodeCrypto } from './hashing/nodeCrypto.js';
import { oslo } from './hashing/oslo.js';
import { adonisAuthFinder, betterAuth, passportLocalMongoose, passwordMixins } from './hashing/selfHashing.js';
import { ajv } from './validation/ajv.js';
import { arktype } from './validation/arktype.js';
import { classValidator, classTransformer } from './validation/classValidator.js';
import { expressValidator } from './validation/expressValidator.js';
import { ioTs } from './validation/ioTs.js';
import { joi } from './validation/joi.js';
import { superstruct } from './validation/superstruct.js';
import { expressMongoSanitize, mongoSanitize } from './validation/operatorFilters.js';
import { typebox } from './validation/typebox.js';
import { valibot } from './validation/valibot.js';
import { yup } from './validation/yup.js';
import { zod } from './validation/zod.js';
import { asyncLibrary } from './utility/asyncLibrary.js';
import { bluebird } from './utility/bluebird.js';
import { colours } from './utility/colours.js';
import { typedi, tsyringe, inversify } from './utility/containers.js';
import { dataloader } from './utility/dataloader.js';
import { events } from './utility/events.js';
import { lodash, lodashEach, lodashReduce, lodashCopies, lodashOmit, lodashPick, lodashSame, lodashClamp, lodashFp } from './utility/lodash.js';
import { nodeUtil } from './utility/nodeUtil.js';
import { handlebars, yaml, jsYaml, fastJsonPatch, re2js } from './utility/parsers.js';
import { pgFormat, sqlstring } from './utility/sqlEscapes.js';
import { pMap, pReduce, pTimes, pLimit, pQueue } from './utility/promiseHelpers.js';
import { axiosRetry, cockatiel, pRetry, retryLibrary } from './retry/retries.js';
import { react } from './utility/react.js';
import { upstashWorkflow, qstash } from './utility/upstash.js';
import { ses, sns, sqs } from './messaging/awsMessages.js';
import { amqplib, kafkajs } from './messaging/brokers.js';
import { nodemailer, resend, sendgrid } from './messaging/mailers.js';
import { bull, bullmq } from './messaging/queues.js';
import { s3 } from './storage/s3.js';
import { axios, fetch, got, ky, undici } from './http/clients.js';
import { adonisLogger } from './logging/adonisLogger.js';
import { bunyan } from './logging/bunyan.js';
import { expressBrute } from './limiting/expressBrute.js';
import { expressRateLimit } from './limiting/expressRateLimit.js';
import { expressSlowDown } from './limiting/expressSlowDown.js';
import { fastifyRateLimit } from './limiting/fastifyRateLimit.js';
import { honoRateLimiter } from './limiting/honoRateLimiter.js';
import { koaRatelimit } from './limiting/koaRatelimit.js';
import { nestThrottler } from './limiting/nestThrottler.js';
import { rateLimiterFlexible } from './limiting/rateLimiterFlexible.js';
import { upstashRatelimit } from './limiting/upstashRatelimit.js';
import { consoleLibrary } from './logging/console.js';
import { pino, pinoHttp, koaPinoLogger, nestjsPino } from './logging/pino.js';
import { log4js, loglevel, consola, debug } from './logging/printing.js';
import { tslog } from './logging/tslog.js';
import { winston } from './logging/winston.js';
import { expressJwt, koaJwt } from './auth/jwtMiddleware.js';
import { fastJwt } from './auth/fastJwt.js';
import { fastifyJwt } from './auth/fastifyJwt.js';
import { honoJwt } from './auth/honoJwt.js';
import { jose } from './auth/jose.js';
import { jsonwebtoken } from './auth/jsonwebtoken.js';
import { jwtSimple } from './auth/jwtSimple.js';
import { nestjsJwt } from './auth/nestjsJwt.js';
import { passportJwt } from './auth/passportJwt.js';
import { cookieParser, cookieSession, csrfCsrf, expressSession, fastifyCookie, fastifySecureSession, fastifySession, ironSession } from './auth/sessions.js';
import { boom } from './other/boom.js';
import { httpErrors } from './other/httpErrors.js';
import { httpStatus, httpStatusCodes } from './other/statuses.js';
import { passport, passportStrategies } from './other/passport.js';
import { stripe, svix } from './other/webhooks.js';
import type { Library } from './vocabulary.js';

export { authenticators } from './auth/guards.js';
export { BACKEND_KINDS, ELSEWHERE_TOO, FURTHER_BACKENDS, SERVER_BUILTINS } from './signs.js';
export * from './vocabulary.js';
export const libraries: readonly Library[] = [
  betterSqlite3,
  bookshelf,
  cassandra,
  d1,
  drizzle,
  dynamodb,
  firestore,
  knex,
  kysely,
  loopbackRepository,
  lucid,
  mikroOrm,
  mongodb,
  mongoose,
  mssql,
  mysql,
  neon,
  neo4j,
  nodeSqlite,
  objection,
  oracledb,
  pgPromise,
  pg,
  planetscale,
  postgresJs,
  prisma,
  sequelize,
  slonik,
  sqlite3,
  supabase,
  typeorm,
  vercelPostgres,
  waterline,
  cacheManager,
  ioredis,
  keyv,
  lruCache,
  memcached,
  nodeCache,
  redis,
  upstashRedis,
  adonis,
  astro,
  azureFunctions,
  elysia,
  express,
  expressAsync,
  fastify,
  fastifyAutoload,
  fastifyPlugin,
  firebaseFunctions,
  graphql,
  h3,
  hapi,
  hono,
  koa,
  koaRouter,
  lambda,
  loopback,
  nestjs,
  next,
  nextSafeAction,
  remix,
  restify,
  routingControllers,
  sails,
  sailsActions,
  sveltekit,
  trpc,
  tsoa,
  web,
  adonisHash,
  argon2,
  bcrypt,
  bun,
  cryptoJs,
  cryptoJsDigests,
  cryptoJsPbkdf2,
  md5,
  jsSha,
  objectHash,
  nodeCrypto,
  oslo,
  passportLocalMongoose,
  passwordMixins,
  betterAuth,
  adonisAuthFinder,
  ajv,
  arktype,
  classValidator,
  classTransformer,
  expressValidator,
  ioTs,
  joi,
  superstruct,
  typebox,
  valibot,
  yup,
  zod,
  asyncLibrary,
  bluebird,
  colours,
  typedi,
  tsyringe,
  inversify,
  dataloader,
  events,
  lodash,
  lodashEach,
  lodashReduce,
  lodashOmit,
  lodashCopies,
  lodashSame,
  lodashPick,
  lodashClamp,
  lodashFp,
  nodeUtil,
  handlebars,
  yaml,
  jsYaml,
  fastJsonPatch,
  re2js,
  react,
  sqlstring,
  expressMongoSanitize,
  mongoSanitize,
  pgFormat,
  pMap,
  pReduce,
  pTimes,
  pLimit,
  pQueue,
  pRetry,
  retryLibrary,
  axiosRetry,
  cockatiel,
  upstashWorkflow,
  qstash,
  ses,
  sns,
  sqs,
  amqplib,
  kafkajs,
  nodemailer,
  resend,
  sendgrid,
  bull,
  bullmq,
  s3,
  axios,
  fetch,
  got,
  ky,
  undici,
  adonisLogger,
  bunyan,
  expressBrute,
  expressRateLimit,
  expressSlowDown,
  fastifyRateLimit,
  honoRateLimiter,
  koaRatelimit,
  nestThrottler,
  rateLimiterFlexible,
  upstashRatelimit,
  consoleLibrary,
  pino,
  pinoHttp,
  koaPinoLogger,
  nestjsPino,
  log4js,
  loglevel,
  consola,
  debug,
  tslog,
  winston,
  expressJwt,
  koaJwt,
  fastJwt,
  fastifyJwt,
  honoJwt,
  jose,
  jsonwebtoken,
  jwtSimple,
  nestjsJwt,
  passportJwt,
  cookieParser,
  cookieSession,
  csrfCsrf,
  expressSession,
  fastifyCookie,
  fastifySecureSession,
  fastifySession,
  ironSession,
  boom,
  httpErrors,
  httpStatus,
  httpStatusCodes,
  passport,
  passportStrategies,
  stripe,
  svix,
];
