import { tslog } from '../../../src/catalog/logging/tslog.js';
import type { Declarations } from '../declared.js';

export default {
  library: tslog,
  modules: ['tslog'],
  types: { Logger: "import('tslog').Logger<unknown>" },
  onlyIn: { 'Logger.getChildLogger': 'tslog 3' },
} satisfies Declarations;
