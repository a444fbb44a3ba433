import { cockatiel } from '../../../src/catalog/retry/retries.js';
import type { Declarations } from '../declared.js';

export default {
  library: cockatiel,
  modules: ['cockatiel'],
  types: { Policy: "import('cockatiel').IPolicy" },
} satisfies Declarations;
