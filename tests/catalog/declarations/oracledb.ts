import { oracledb } from '../../../src/catalog/databases/oracledb.js';
import type { Declarations } from '../declared.js';

export default {
  library: oracledb,
  modules: ['oracledb'],
  types: { Oracle: "typeof import('oracledb')", Pool: "import('oracledb').Pool", Connection: "import('oracledb').Connection" },
} satisfies Declarations;
