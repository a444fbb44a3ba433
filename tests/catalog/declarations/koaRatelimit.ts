import { koaRatelimit } from '../../../src/catalog/limiting/koaRatelimit.js';
import type { Declarations } from '../declared.js';

export default {
  library: koaRatelimit,
  modules: ['koa-ratelimit'],
  types: { Limiter: "import('koa').Middleware" },
} satisfies Declarations;
