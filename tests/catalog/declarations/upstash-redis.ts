import { upstashRedis } from '../../../src/catalog/caches/upstash-redis.js';
import type { Declarations } from '../declared.js';

export default {
  library: upstashRedis,
  modules: ['@upstash/redis'],
  types: { RedisClass: "typeof import('@upstash/redis').Redis", Redis: "import('@upstash/redis').Redis", Pipeline: "import('@upstash/redis').Pipeline" },
} satisfies Declarations;
