import { pg } from '../../../src/catalog/databases/pg.js';
import type { Declarations } from '../declared.js';

export default {
  library: pg,
  modules: ['pg'],
  types: {
    Driver: ["typeof import('pg')"],
    PoolClass: "typeof import('pg').Pool",
    ClientClass: "typeof import('pg').Client",
    Pool: "import('pg').Pool",
    Client: "import('pg').PoolClient",
  },
  onlyIn: { 'new Driver': 'pg-pool' },
} satisfies Declarations;
