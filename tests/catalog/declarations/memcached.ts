import { memcached } from '../../../src/catalog/caches/memcached.js';
import type { Declarations } from '../declared.js';

export default {
  library: memcached,
  modules: ['memcached', 'memjs'],
  types: { ClientClass: ["typeof import('memcached')", "typeof import('memjs').Client", "typeof import('memjs')"], Client: ["import('memcached')", "import('memjs').Client"] },
} satisfies Declarations;
