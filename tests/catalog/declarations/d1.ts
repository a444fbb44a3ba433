import { d1 } from '../../../src/catalog/databases/d1.js';
import type { Declarations } from '../declared.js';

export default {
  library: d1,
  modules: ['@cloudflare/workers-types'],
  types: {
    Session: "import('@cloudflare/workers-types').D1DatabaseSession",
    Database: "import('@cloudflare/workers-types').D1Database",
    Statement: "import('@cloudflare/workers-types').D1PreparedStatement",
  },
} satisfies Declarations;
