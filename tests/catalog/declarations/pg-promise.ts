import { pgPromise } from '../../../src/catalog/databases/pg-promise.js';
import type { Declarations } from '../declared.js';

export default {
  library: pgPromise,
  modules: ['pg-promise'],
  types: {
    Factory: "typeof import('pg-promise')",
    Formatting: "import('pg-promise').IFormatting",
    Main: "import('pg-promise').IMain",
    Database: "import('pg-promise').IDatabase<{}>",
    Task: "import('pg-promise').ITask<{}>",
  },
} satisfies Declarations;
