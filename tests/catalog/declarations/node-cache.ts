import { nodeCache } from '../../../src/catalog/caches/node-cache.js';
import type { Declarations } from '../declared.js';

export default {
  library: nodeCache,
  modules: ['node-cache'],
  types: { CacheClass: "typeof import('node-cache')", Cache: "import('node-cache')" },
} satisfies Declarations;
