import { type Member, all, defineLibrary } from '../vocabulary.js';

/** An object of fields stands before the text; what follows the text is printed into it (https://github.com/trentm/node-bunyan#log-method-api). */
const line: Member = { logs: { order: 'fields', rest: 'printed' } };
const made: Member = { returns: 'Logger', defines: { options: [0] } };

export const bunyan = defineLibrary({
  name: 'bunyan',
  kind: 'logging',
  packages: ['bunyan'],
  versions: '1 and 2',
  exports: { default: { type: 'Bunyan' }, createLogger: made },
  types: {
    Bunyan: { construct: { returns: 'Logger' }, members: { createLogger: made, ...all(['stdSerializers', 'resolveLevel'], { harmless: 'a setting' }) } },
    Logger: { members: { ...all(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], line), child: { returns: 'this' }, ...all(['level', 'levels', 'addStream', 'addSerializers'], { harmless: 'a setting' }) } },
  },
});
