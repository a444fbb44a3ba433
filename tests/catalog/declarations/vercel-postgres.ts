import { vercelPostgres } from '../../../src/catalog/databases/vercel-postgres.js';
import type { Declarations } from '../declared.js';

export default {
  library: vercelPostgres,
  modules: ['@vercel/postgres'],
  types: {
    Pool: ["import('@vercel/postgres').VercelPool", "typeof import('@vercel/postgres').sql"],
    Client: ["import('@vercel/postgres').VercelClient", "import('@vercel/postgres').VercelPoolClient"],
  },
} satisfies Declarations;
