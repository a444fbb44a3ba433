import { svix } from '../../../src/catalog/other/webhooks.js';
import type { Declarations } from '../declared.js';

export default {
  library: svix,
  modules: ['svix'],
  types: { Webhook: "import('svix').Webhook" },
} satisfies Declarations;
