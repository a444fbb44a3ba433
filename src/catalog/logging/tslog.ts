import { all, defineLibrary } from '../vocabulary.js';

export const tslog = defineLibrary({
  name: 'tslog',
  kind: 'logging',
  packages: ['tslog'],
  versions: '3 to 5',
  exports: { ...all(['Logger', 'BaseLogger'], { constructs: 'Logger' }) },
  types: {
    Logger: {
      members: {
        // An object among the arguments becomes fields of the line (https://tslog.js.org).
        ...all(['silly', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'], { logs: { order: 'message' } }),
        log: { logs: { order: 'message', skips: 2 } },
        ...all(['getSubLogger', 'getChildLogger'], { returns: 'this' }),
        attachTransport: { harmless: 'a setting' },
      },
    },
  },
});
