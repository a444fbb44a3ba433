import { debug } from '../../../src/catalog/logging/printing.js';
import type { Declarations } from '../declared.js';

export default {
  library: debug,
  modules: ['debug'],
  types: { Debugger: "import('debug').Debugger" },
} satisfies Declarations;
