import { all, defineLibrary } from '../vocabulary.js';

/** Adonis's logger is pino in other clothes (https://docs.adonisjs.com/guides/digging-deeper/logger). */
export const adonisLogger = defineLibrary({
  name: 'AdonisJS logger',
  kind: 'logging',
  packages: ['@adonisjs/core/services/logger', '@adonisjs/core/logger', '@adonisjs/logger', '@ioc:Adonis/Core/Logger'],
  exports: { default: { type: 'Logger' }, ...all(['Logger', 'LoggerContract'], { type: 'Logger' }) },
  types: {
    Logger: { members: { ...all(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], { logs: { order: 'fields', rest: 'dropped' } }), ...all(['child', 'use'], { returns: 'this' }) } },
  },
});
