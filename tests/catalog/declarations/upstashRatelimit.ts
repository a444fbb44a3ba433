import { upstashRatelimit } from '../../../src/catalog/limiting/upstashRatelimit.js';
import type { Declarations } from '../declared.js';

export default {
  library: upstashRatelimit,
  modules: ['@upstash/ratelimit'],
  types: { RatelimitClass: "typeof import('@upstash/ratelimit').Ratelimit", Limiter: "import('@upstash/ratelimit').Ratelimit", Result: "Awaited<ReturnType<import('@upstash/ratelimit').Ratelimit['limit']>>" },
} satisfies Declarations;
