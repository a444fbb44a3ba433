import { neon } from '../../../src/catalog/databases/neon.js';
import type { Declarations } from '../declared.js';

export default {
  library: neon,
  modules: ['@neondatabase/serverless'],
  types: {
    Sql: "import('@neondatabase/serverless').NeonQueryFunction<false, false>",
    Query: "import('@neondatabase/serverless').NeonQueryPromise<false, false>",
    PoolClass: "typeof import('@neondatabase/serverless').Pool",
    ClientClass: "typeof import('@neondatabase/serverless').Client",
    Pool: "import('@neondatabase/serverless').Pool",
    Client: ["import('@neondatabase/serverless').Client", "import('@neondatabase/serverless').PoolClient"],
  },
} satisfies Declarations;
