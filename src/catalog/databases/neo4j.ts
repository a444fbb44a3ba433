import { all, defineLibrary } from '../vocabulary.js';

const run = { query: { access: 'cypher', rows: 'many', sql: [0] } } as const;
const inTransaction = { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] } as const;

export const neo4j = defineLibrary({
  name: 'Neo4j',
  kind: 'database',
  packages: ['neo4j-driver', 'neo4j-driver-lite'],
  versions: '4 to 6',
  exports: {
    default: { type: 'Neo4j' },
    driver: { returns: 'Driver' },
    Driver: { type: 'Driver' },
    Session: { type: 'Session' },
    ...all(['Transaction', 'ManagedTransaction'], { type: 'Transaction' }),
    int: { passes: [[0]] },
  },
  types: {
    Neo4j: { members: { driver: { returns: 'Driver' }, int: { passes: [[0]] }, ...all(['auth', 'session', 'types', 'integer'], { type: 'unknown' }) } },
    Driver: {
      client: 'client',
      members: {
        session: { returns: 'Session' },
        executeQuery: run,
        ...all(['verifyConnectivity', 'getServerInfo', 'close', 'supportsMultiDb'], { harmless: 'tests or closes the connection' }),
      },
    },
    Session: {
      client: 'client',
      members: {
        run,
        ...all(['executeRead', 'executeWrite', 'readTransaction', 'writeTransaction'], inTransaction),
        beginTransaction: { returns: 'Transaction', begins: 'result', harmless: 'opens a transaction' },
        ...all(['close', 'lastBookmarks'], { harmless: 'ends a session' }),
      },
    },
    Transaction: { transaction: true, members: { run, ...all(['commit', 'rollback', 'close'], { ends: true, harmless: 'ends a transaction' }), isOpen: { harmless: 'a test' } } },
  },
  transactions: { by: 'client', how: 'run both on the transaction of one `session.executeWrite(async (tx) => …)`' },
  remedy: {
    read: 'match all at once: `UNWIND $ids AS id MATCH (n { id: id })`, or follow the relationship in the first `MATCH`',
    write: 'write all at once: `UNWIND $rows AS row CREATE …`',
    size: '`LIMIT`',
    change: '`SET n.count = n.count + $change` in the statement',
    bind: 'write `$name` in the text, and put the value into the parameters',
  },
  driverErrors: ['Neo4jError'],
});
