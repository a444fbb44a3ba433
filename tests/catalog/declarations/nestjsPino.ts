import { nestjsPino } from '../../../src/catalog/logging/pino.js';
import type { Declarations } from '../declared.js';

export default {
  library: nestjsPino,
  modules: ['nestjs-pino'],
  types: { NestLogger: "import('nestjs-pino').Logger", PinoLogger: "import('nestjs-pino').PinoLogger" },
} satisfies Declarations;
