import { planetscale } from '../../../src/catalog/databases/planetscale.js';
import type { Declarations } from '../declared.js';

export default {
  library: planetscale,
  modules: ['@planetscale/database'],
  types: {
    ClientClass: "typeof import('@planetscale/database').Client",
    Client: "import('@planetscale/database').Client",
    Connection: "import('@planetscale/database').Connection",
    Transaction: "import('@planetscale/database').Transaction",
  },
} satisfies Declarations;
