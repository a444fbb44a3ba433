import { mikroOrm } from '../../../src/catalog/databases/mikro-orm.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: mikroOrm,
  modules: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mongodb', '@mikro-orm/nestjs'],
  types: {
    MikroORMClass: "typeof import('@mikro-orm/core').MikroORM",
    MikroORM: "import('@mikro-orm/core').MikroORM",
    EntityManager: ["import('@mikro-orm/core').EntityManager", "import('@mikro-orm/postgresql').SqlEntityManager", "import('@mikro-orm/mongodb').MongoEntityManager"],
    RepositoryClass: "typeof import('@mikro-orm/core').EntityRepository",
    EntityRepository: ["import('@mikro-orm/core').EntityRepository<any>", "import('@mikro-orm/postgresql').SqlEntityRepository<any>", "import('@mikro-orm/mongodb').MongoEntityRepository<any>"],
    Connection: "import('@mikro-orm/postgresql').AbstractSqlConnection",
    BaseEntity: "typeof import('@mikro-orm/core').BaseEntity",
    Wrapped: "import('@mikro-orm/core').IWrappedEntity<any>",
    Collection: "import('@mikro-orm/core').Collection<any>",
    Reference: ["import('@mikro-orm/core').Reference<any>", "import('@mikro-orm/core').ScalarReference<any>"],
    QueryBuilder: "import('@mikro-orm/postgresql').QueryBuilder<any>",
  },
  onlyIn: because('MikroORM 4 and 5', ['Subscriber', 'EntityRepository.flush', 'EntityRepository.persist', 'EntityRepository.remove', 'EntityRepository.persistAndFlush', 'EntityRepository.removeAndFlush']),
} satisfies Declarations;
