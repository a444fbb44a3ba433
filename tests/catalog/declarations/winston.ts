import { winston } from '../../../src/catalog/logging/winston.js';
import type { Declarations } from '../declared.js';

export default {
  library: winston,
  modules: ['winston'],
  types: { Winston: "typeof import('winston')", Logger: "import('winston').Logger", Container: "import('winston').Container", Format: "typeof import('winston').format" },
} satisfies Declarations;
