import { ioredis } from '../../../src/catalog/caches/ioredis.js';
import type { Declarations } from '../declared.js';

export default {
  library: ioredis,
  modules: ['ioredis'],
  types: {
    RedisClass: "typeof import('ioredis').Redis",
    Redis: "import('ioredis').Redis",
    Pipeline: "import('ioredis').ChainableCommander",
  },
  onlyIn: { InjectRedis: '@nestjs-modules/ioredis' },
} satisfies Declarations;
