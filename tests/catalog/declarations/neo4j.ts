import { neo4j } from '../../../src/catalog/databases/neo4j.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: neo4j,
  modules: ['neo4j-driver'],
  types: {
    Neo4j: "typeof import('neo4j-driver').default",
    Driver: "import('neo4j-driver').Driver",
    Session: "import('neo4j-driver').Session",
    Transaction: "import('neo4j-driver').Transaction",
  },
  onlyIn: because('neo4j-driver 4 and 5', ['Session.readTransaction', 'Session.writeTransaction']),
} satisfies Declarations;
