import { cassandra } from '../../../src/catalog/databases/cassandra.js';
import type { Declarations } from '../declared.js';

export default {
  library: cassandra,
  modules: ['cassandra-driver'],
  types: {
    Cassandra: "typeof import('cassandra-driver')",
    ClientClass: "typeof import('cassandra-driver').Client",
    Client: "import('cassandra-driver').Client",
    Concurrent: "typeof import('cassandra-driver').concurrent",
    Mapping: "typeof import('cassandra-driver').mapping",
    MapperClass: "typeof import('cassandra-driver').mapping.Mapper",
    Mapper: "import('cassandra-driver').mapping.Mapper",
    ModelMapper: "import('cassandra-driver').mapping.ModelMapper",
  },
  onlyIn: { default: 'the CommonJS module itself' },
} satisfies Declarations;
