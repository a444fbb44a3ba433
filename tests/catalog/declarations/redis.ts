import { redis } from '../../../src/catalog/caches/redis.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: redis,
  modules: ['redis'],
  types: {
    Driver: "typeof import('redis')",
    // Version 3 has every command in lower case, as ioredis does.
    Client: ["import('redis').RedisClientType", "import('redis').RedisClientPoolType", "import('ioredis').Redis"],
    Multi: "import('@redis/client/dist/lib/client/multi-command').RedisClientMultiCommandType<'typed', [], {}, {}, {}, 2, {}>",
  },
  onlyIn: {
    default: 'the CommonJS module itself',
    ...because('redis 3', ['RedisClient', 'Client.batch']),
  },
} satisfies Declarations;
