import { sqlite3 } from '../../../src/catalog/databases/sqlite3.js';
import type { Declarations } from '../declared.js';

export default {
  library: sqlite3,
  modules: ['sqlite3'],
  types: {
    Driver: "typeof import('sqlite3')",
    DatabaseClass: "typeof import('sqlite3').Database",
    Database: "import('sqlite3').Database",
    Statement: "import('sqlite3').Statement",
  },
  onlyIn: { default: 'the CommonJS module itself', open: 'sqlite' },
} satisfies Declarations;
