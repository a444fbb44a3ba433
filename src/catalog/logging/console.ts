import { all, defineLibrary } from '../vocabulary.js';

/** The console of the runtime: prints whatever it is given. */
export const consoleLibrary = defineLibrary({
  name: 'console',
  kind: 'logging',
  packages: ['console', 'node:console'],
  exports: { ...all(['default', 'console'], { type: 'Console' }) },
  globals: { console: { type: 'Console' } },
  types: {
    Console: { members: { ...all(['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'], { logs: { order: 'any' } }) } },
  },
});
