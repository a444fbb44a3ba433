import { cacheManager } from '../../../src/catalog/caches/cache-manager.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: cacheManager,
  modules: ['cache-manager', '@nestjs/cache-manager'],
  types: { Cache: "import('cache-manager').Cache", CacheModule: "typeof import('@nestjs/cache-manager').CacheModule" },
  unnamed: { Driver: 'cache-manager 3 and 4' },
  onlyIn: because('cache-manager 3 to 5', ['default', 'caching', 'multiCaching', 'memoryStore', 'MultiCache', 'Cache.reset', 'Cache.store']),
} satisfies Declarations;
