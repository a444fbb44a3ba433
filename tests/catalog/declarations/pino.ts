import { pino } from '../../../src/catalog/logging/pino.js';
import type { Declarations } from '../declared.js';

export default {
  library: pino,
  modules: ['pino'],
  types: { Pino: "typeof import('pino')", Logger: "import('pino').Logger" },
  onlyIn: { 'Pino.Logger': 'a type of the namespace', 'Pino.BaseLogger': 'a type of the namespace', 'Pino.final': 'pino 6' },
} satisfies Declarations;
