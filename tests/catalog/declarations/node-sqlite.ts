import { nodeSqlite } from '../../../src/catalog/databases/node-sqlite.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: nodeSqlite,
  modules: [],
  types: {},
  // The declarations of the oldest supported Node do not have the module.
  unnamed: because('Node 22', ['Module', 'DatabaseClass', 'Database', 'Statement']),
  onlyIn: because('Node 22', ['default', 'DatabaseSync', 'StatementSync']),
} satisfies Declarations;
