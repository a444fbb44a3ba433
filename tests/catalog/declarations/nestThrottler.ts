import { nestThrottler } from '../../../src/catalog/limiting/nestThrottler.js';
import type { Declarations } from '../declared.js';

export default {
  library: nestThrottler,
  modules: ['@nestjs/throttler'],
  types: { Guard: "import('@nestjs/throttler').ThrottlerGuard", Module: "typeof import('@nestjs/throttler').ThrottlerModule" },
} satisfies Declarations;
