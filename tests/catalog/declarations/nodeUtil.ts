import { nodeUtil } from '../../../src/catalog/utility/nodeUtil.js';
import type { Declarations } from '../declared.js';

export default {
  library: nodeUtil,
  modules: ['node:util'],
  types: { Util: "typeof import('node:util')", TextEncoder: "import('node:util').TextEncoder" },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
