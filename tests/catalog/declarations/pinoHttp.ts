import { pinoHttp } from '../../../src/catalog/logging/pino.js';
import type { Declarations } from '../declared.js';

export default {
  library: pinoHttp,
  modules: ['pino-http'],
  types: { Middleware: "import('pino-http').HttpLogger" },
} satisfies Declarations;
