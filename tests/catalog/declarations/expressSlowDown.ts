import { expressSlowDown } from '../../../src/catalog/limiting/expressSlowDown.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressSlowDown,
  modules: ['express-slow-down'],
  types: { Limiter: "ReturnType<typeof import('express-slow-down').slowDown>" },
} satisfies Declarations;
