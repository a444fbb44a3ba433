import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { logCallsOf } from '../../src/engine/facts/logs.js';

/** `name order` of every call that writes a log line, with `through` where a function of the app stands before the logger. */
function logs(files: string | Readonly<Record<string, string>>): string[] {
  const { analysis, module } = ask(files);
  return logCallsOf(analysis, module).map(({ name, shape, through }) => `${name} ${shape.order}${through ? ' through' : ''}`);
}

describe('a log call', () => {
  it.each([
    ['pino by its default export', "import pino from 'pino';\nconst logger = pino();\nlogger.info('x');\n", ['logger.info fields']],
    ['pino by require', "const logger = require('pino')({ level: 'info' });\nlogger.warn('x');\n", ['logger.warn fields']],
    ['a child of pino', "import { pino } from 'pino';\nconst log = pino().child({ part: 'orders' });\nlog.error('x');\n", ['log.error fields']],
    ['a parameter that is declared as pino', "import type { Logger } from 'pino';\nexport function run(log: Logger) {\n  log.fatal('x');\n}\n", ['log.fatal fields']],
    ["a parameter that is declared in pino's namespace", "import pino from 'pino';\nexport function run(log: pino.Logger) {\n  log.fatal('x');\n}\n", ['log.fatal fields']],
    ["Fastify's logger of a request and of the server", "import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/', async (request, reply) => {\n  request.log.info('x');\n  reply.log.info('x');\n  app.log.info('x');\n  request.server.log.info('x');\n});\n", ['request.log.info fields', 'reply.log.info fields', 'app.log.info fields', 'request.server.log.info fields']],
    ['winston', "import winston from 'winston';\nconst logger = winston.createLogger({});\nlogger.info('x');\nlogger.log('info', 'x');\nlogger.child({}).warn('x');\nwinston.error('x');\n", ['logger.info message', 'logger.log message', 'logger.child({}).warn message', 'winston.error message']],
    ['winston by require', "const { createLogger } = require('winston');\nconst logger = createLogger();\nlogger.debug('x');\n", ['logger.debug message']],
    ['winston with a level that is chosen', "import { createLogger } from 'winston';\nconst logger = createLogger();\nexport const write = (level: string) => logger[level]('x');\n", ['logger[level] message']],
    ['bunyan', "import bunyan from 'bunyan';\nconst log = bunyan.createLogger({ name: 'a' });\nlog.info('x');\n", ['log.info fields']],
    ['bunyan by its class', "const Logger = require('bunyan');\nconst log = new Logger({ name: 'a' });\nlog.info('x');\n", ['log.info fields']],
    ["Nest's logger", "import { Logger } from '@nestjs/common';\nexport class Orders {\n  private readonly logger = new Logger(Orders.name);\n  run() {\n    this.logger.log('x');\n    Logger.warn('x');\n  }\n}\n", ['this.logger.log any', 'Logger.warn any']],
    ["a logger of the app that extends Nest's", "import { ConsoleLogger } from '@nestjs/common';\nclass Lines extends ConsoleLogger {}\nnew Lines().error('x');\n", ['newLines().error any']],
    ['the logger and the pino of nestjs-pino', "import { Logger, PinoLogger, InjectPinoLogger } from 'nestjs-pino';\nexport class Orders {\n  constructor(private readonly logger: Logger, private readonly pino: PinoLogger, @InjectPinoLogger(Orders.name) private readonly own) {}\n  run() {\n    this.logger.log('x');\n    this.pino.info('x');\n    this.own.info('x');\n  }\n}\n", ['this.logger.log any', 'this.pino.info fields', 'this.own.info fields']],
    ['log4js', "import log4js from 'log4js';\nconst logger = log4js.getLogger();\nlogger.info('x');\n", ['logger.info any']],
    ['loglevel', "import log from 'loglevel';\nlog.info('x');\n", ['log.info any']],
    ['consola', "import { consola } from 'consola';\nconsola.withTag('a').success('x');\n", ["consola.withTag('a').success any"]],
    ['debug', "import createDebug from 'debug';\nconst debug = createDebug('app');\ndebug('x');\n", ['debug any']],
    ['tslog', "import { Logger } from 'tslog';\nconst log = new Logger();\nlog.getSubLogger().silly('x');\n", ['log.getSubLogger().silly message']],
    ['Adonis', "import logger from '@adonisjs/core/services/logger';\nlogger.info('x');\n", ['logger.info fields']],
    ['the console', "console.log('x');\n", ['console.log any']],
  ])('is seen: %s', (_title, text, expected) => {
    expect(logs(text)).toEqual(expected);
  });

  it.each([
    ['a method of the same name of something else', "const store = { info: (id: string) => id };\nstore.info('x');\n"],
    ['a logger that nobody can follow', "import { logger } from './missing';\nlogger.info('x');\n"],
    ['what makes or sets up a logger', "import pino from 'pino';\nconst logger = pino();\nlogger.child({ a: 1 });\nlogger.flush();\n"],
  ])('is none: %s', (_title, text) => {
    expect(logs(text)).toEqual([]);
  });

  it('is seen through a module of the app', () => {
    expect(logs({ 'src/a.ts': "import { logger } from './logger';\nlogger.info('x');\n", 'src/logger.ts': "import winston from 'winston';\nexport const logger = winston.createLogger();\n" })).toEqual(['logger.info message']);
    expect(logs({ 'src/a.js': "const logger = require('./logger');\nlogger.info('x');\n", 'src/logger.js': "module.exports = require('pino')();\n" })).toEqual(['logger.info fields']);
  });

  it('is seen through functions of the app that hand on to a logger', () => {
    const files = {
      'src/a.ts': "import { Lines, logText } from './lines';\nconst lines = new Lines();\nlines.info('x', { a: 1 });\nlogText('x');\nlines.count();\n",
      'src/lines.ts': "import { createLogger } from 'winston';\nconst inner = createLogger();\nexport class Lines {\n  info(text: string, ...rest: unknown[]) {\n    this.write('info', text, rest);\n  }\n  write(level: string, text: string, rest: unknown[]) {\n    inner[level](`[app] ${text}`, rest);\n  }\n  count() {\n    inner.info('counted');\n  }\n}\nexport const logText = (text: string) => console.log(text);\n",
    };
    expect(logs(files)).toEqual(['lines.info message through', 'logText any through']);
  });

  it("is seen on what a logger's middleware puts on requests, in a project that depends on it", () => {
    const text = "import express from 'express';\nconst app = express();\napp.get('/', (req, res) => {\n  req.log.info('x');\n});\n";
    const manifest = (dependencies: object): string => JSON.stringify({ name: 'app', dependencies });
    expect(logs({ 'src/a.ts': text, 'package.json': manifest({ 'pino-http': '^10.0.0' }) })).toEqual(['req.log.info fields']);
    expect(logs({ 'src/a.ts': text, 'package.json': manifest({ express: '^4.0.0' }) })).toEqual([]);
  });
});
