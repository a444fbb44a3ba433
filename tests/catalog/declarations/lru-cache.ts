import { lruCache } from '../../../src/catalog/caches/lru-cache.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: lruCache,
  modules: ['lru-cache'],
  types: { CacheClass: "typeof import('lru-cache').LRUCache", Cache: "import('lru-cache').LRUCache<string, string>" },
  onlyIn: because('lru-cache 4 to 6', ['default', 'CacheClass()', 'Cache.del', 'Cache.reset']),
} satisfies Declarations;
