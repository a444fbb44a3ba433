import { type Member, all, defineLibrary } from '../vocabulary.js';

/** An object of fields stands before the text; values after the text that it has no token for are left out (https://getpino.io/#/docs/api?id=logging-method-parameters). */
const line: Member = { logs: { order: 'fields', rest: 'dropped', arranged: [0, 'hooks', 'logMethod'] } };
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
const made: Member = { returns: 'Logger', defines: { options: [0] } };

export const pino = defineLibrary({
  name: 'pino',
  kind: 'logging',
  packages: ['pino'],
  versions: '6 to 10',
  exports: { ...all(['default', 'pino'], { ...made, type: 'Pino' }), ...all(['Logger', 'BaseLogger'], { type: 'Logger' }) },
  types: {
    Pino: {
      call: made,
      members: { ...all(['default', 'pino'], made), ...all(['Logger', 'BaseLogger'], { type: 'Logger' }), ...all(['destination', 'transport', 'multistream', 'final', 'stdSerializers', 'stdTimeFunctions'], { harmless: 'a setting' }) },
    },
    Logger: { members: { ...all(levels, line), child: { returns: 'this' }, ...all(['bindings', 'setBindings', 'isLevelEnabled', 'flush', 'on'], { harmless: 'a setting' }) } },
  },
});

/** Middleware that puts a logger on each request. */
export const pinoHttp = defineLibrary({
  name: 'pino-http',
  kind: 'logging',
  packages: ['pino-http', 'express-pino-logger'],
  exports: { ...all(['default', 'pinoHttp'], { returns: 'Middleware' }), HttpLogger: { type: 'Middleware' } },
  types: { Middleware: { members: { logger: { type: 'Logger', of: 'pino' } } } },
  adds: { express: { Request: { log: { type: 'Logger', of: 'pino' } }, Response: { log: { type: 'Logger', of: 'pino' } } }, '@nestjs/common': { Request: { log: { type: 'Logger', of: 'pino' } } } },
});

export const koaPinoLogger = defineLibrary({
  name: 'koa-pino-logger',
  kind: 'logging',
  packages: ['koa-pino-logger'],
  exports: { default: { returns: 'Middleware' } },
  types: { Middleware: { members: { logger: { type: 'Logger', of: 'pino' } } } },
  adds: { koa: { Context: { log: { type: 'Logger', of: 'pino' } } } },
});

export const nestjsPino = defineLibrary({
  name: 'nestjs-pino',
  kind: 'logging',
  packages: ['nestjs-pino'],
  exports: {
    // Stands in for Nest's own logger, and takes what that one takes.
    ...all(['Logger', 'NativeLogger'], { constructs: 'NestLogger' }),
    PinoLogger: { constructs: 'PinoLogger' },
    InjectPinoLogger: { decorates: { as: 'injects', type: 'PinoLogger' } },
  },
  types: {
    NestLogger: { members: all(['log', 'error', 'warn', 'debug', 'verbose', 'fatal'], { logs: { order: 'any' } }) },
    PinoLogger: { members: { ...all(levels, line), logger: { type: 'Logger', of: 'pino' }, ...all(['setContext', 'assign'], { harmless: 'a setting' }) } },
  },
});
