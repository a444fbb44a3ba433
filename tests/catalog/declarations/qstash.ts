import { qstash } from '../../../src/catalog/utility/upstash.js';
import type { Declarations } from '../declared.js';

export default {
  library: qstash,
  modules: ['@upstash/qstash', '@upstash/qstash/nextjs'],
  types: { Client: "import('@upstash/qstash').Client", Queue: "ReturnType<import('@upstash/qstash').Client['queue']>", Receiver: "import('@upstash/qstash').Receiver" },
} satisfies Declarations;
