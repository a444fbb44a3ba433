import { loopbackRepository } from '../../../src/catalog/databases/loopback-repository.js';
import { because, type Declarations } from '../declared.js';

const repository = "import('@loopback/repository').DefaultTransactionalRepository<import('@loopback/repository').Entity, string>";

export default {
  library: loopbackRepository,
  modules: ['@loopback/repository'],
  types: {
    Juggler: "typeof import('@loopback/repository').juggler",
    DataSourceClass: "typeof import('@loopback/repository').juggler.DataSource",
    DataSource: "import('@loopback/repository').juggler.DataSource",
    Transaction: "import('@loopback/repository').Transaction",
    RepositoryClass: "typeof import('@loopback/repository').DefaultCrudRepository",
    Repository: repository,
    Factory: "import('@loopback/repository').HasManyRepositoryFactory<import('@loopback/repository').Entity, string>",
    Relation: [
      "import('@loopback/repository').HasManyRepository<import('@loopback/repository').Entity>",
      "import('@loopback/repository').HasOneRepository<import('@loopback/repository').Entity>",
      "import('@loopback/repository').HasManyThroughRepository<import('@loopback/repository').Entity, string, import('@loopback/repository').Entity>",
    ],
  },
  onlyIn: {
    ...because('@sourceloop/core and loopback4-soft-delete', ['DefaultTransactionSoftCrudRepository', 'DefaultSoftCrudRepository', 'DefaultUserModifyCrudRepository']),
    SequelizeCrudRepository: '@loopback/sequelize',
    'Juggler.Transaction': 'a type of the namespace',
  },
} satisfies Declarations;
