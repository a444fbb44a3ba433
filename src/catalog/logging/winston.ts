import { type Member, all, defineLibrary } from '../vocabulary.js';

/** The npm, syslog and cli levels (https://github.com/winstonjs/winston#logging-levels); an object of fields may follow the text. */
const levels = all(['error', 'warn', 'warning', 'info', 'notice', 'help', 'data', 'http', 'verbose', 'debug', 'silly', 'emerg', 'alert', 'crit', 'prompt', 'input'], { logs: { order: 'message', format: [0, 'format'] } });
const line: Member = { logs: { order: 'message', skips: 1, format: [0, 'format'] } };
const made: Member = { returns: 'Logger', defines: { options: [0] } };

export const winston = defineLibrary({
  name: 'winston',
  kind: 'logging',
  packages: ['winston'],
  versions: '2 and 3',
  exports: {
    default: { type: 'Winston' },
    createLogger: made,
    format: { type: 'Format' },
    Logger: { constructs: 'Logger' },
    loggers: { type: 'Container' },
    Container: { constructs: 'Container' },
    child: { returns: 'Logger' },
    log: line,
    ...all(['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly'], { logs: { order: 'message' } }),
  },
  types: {
    Winston: {
      extends: 'Logger',
      members: { createLogger: made, format: { type: 'Format' }, Logger: { constructs: 'Logger' }, loggers: { type: 'Container' }, Container: { constructs: 'Container' }, child: { returns: 'Logger' }, ...all(['transports', 'addColors', 'config'], { harmless: 'a setting' }) },
    },
    Logger: { members: { ...levels, log: line, child: { returns: 'this' }, ...all(['add', 'remove', 'clear', 'configure', 'profile', 'startTimer', 'close'], { harmless: 'a setting' }) } },
    // Of several formats the last one makes the line (https://github.com/winstonjs/winston#combining-formats).
    Format: { members: { printf: { printsLine: [0] }, combine: { passes: [[-1]] } } },
    Container: { members: all(['add', 'get'], { returns: 'Logger' }) },
  },
});
