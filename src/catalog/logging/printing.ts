/** Loggers that print whatever they are given, one value after the other. */
import { type Member, all, defineLibrary } from '../vocabulary.js';

const line: Member = { logs: { order: 'any' } };

export const log4js = defineLibrary({
  name: 'log4js',
  kind: 'logging',
  packages: ['log4js'],
  exports: { default: { type: 'Log4js' }, getLogger: { returns: 'Logger' }, configure: { returns: 'Log4js' }, Logger: { type: 'Logger' } },
  types: {
    Log4js: { members: { getLogger: { returns: 'Logger' }, configure: { returns: 'Log4js' }, Logger: { type: 'Logger' }, ...all(['addLayout', 'connectLogger', 'shutdown'], { harmless: 'a setting' }) } },
    Logger: {
      members: { ...all(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'mark'], line), log: { logs: { order: 'any', skips: 1 } }, ...all(['addContext', 'removeContext', 'clearContext', 'isLevelEnabled'], { harmless: 'a setting' }) },
    },
  },
});

export const loglevel = defineLibrary({
  name: 'loglevel',
  kind: 'logging',
  packages: ['loglevel'],
  exports: { default: { type: 'Logger' }, getLogger: { returns: 'Logger' }, Logger: { type: 'Logger' }, ...all(['trace', 'debug', 'info', 'warn', 'error', 'log'], line) },
  types: {
    Logger: { members: { ...all(['trace', 'debug', 'info', 'warn', 'error', 'log'], line), getLogger: { returns: 'Logger' }, ...all(['setLevel', 'setDefaultLevel', 'enableAll', 'disableAll'], { harmless: 'a setting' }) } },
  },
});

export const consola = defineLibrary({
  name: 'consola',
  kind: 'logging',
  packages: ['consola', 'consola/basic'],
  exports: { ...all(['default', 'consola'], { type: 'Consola' }), createConsola: { returns: 'Consola' }, ConsolaInstance: { type: 'Consola' } },
  types: {
    Consola: {
      members: {
        ...all(['log', 'info', 'success', 'ready', 'start', 'fail', 'warn', 'error', 'fatal', 'debug', 'trace', 'verbose', 'box'], line),
        ...all(['create', 'withTag', 'withDefaults', 'withScope'], { returns: 'this' }),
        ...all(['wrapAll', 'wrapConsole', 'mockTypes', 'addReporter'], { harmless: 'a setting' }),
      },
    },
  },
});

export const debug = defineLibrary({
  name: 'debug',
  kind: 'logging',
  packages: ['debug'],
  exports: { ...all(['default', 'debug'], { returns: 'Debugger' }), Debugger: { type: 'Debugger' } },
  types: { Debugger: { call: line, members: { extend: { returns: 'Debugger' }, log: line, enabled: { harmless: 'a setting' } } } },
});
