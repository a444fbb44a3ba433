import { typeorm } from '../../../src/catalog/databases/typeorm.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: typeorm,
  modules: ['typeorm', '@nestjs/typeorm'],
  types: {
    RepositoryClass: "typeof import('typeorm').Repository",
    Repository: ["import('typeorm').Repository<any>", "import('typeorm').TreeRepository<any>", "import('typeorm').MongoRepository<any>"],
    ActiveRecord: "typeof import('typeorm').BaseEntity",
    ActiveRecordEntity: "import('typeorm').BaseEntity",
    EntityManager: "import('typeorm').EntityManager",
    DataSourceClass: "typeof import('typeorm').DataSource",
    DataSource: "import('typeorm').DataSource",
    QueryRunner: "import('typeorm').QueryRunner",
    QueryBuilder: ['Select', 'Insert', 'Update', 'Delete'].map((kind) => `import('typeorm').${kind}QueryBuilder<any>`).concat("ReturnType<import('typeorm').SelectQueryBuilder<any>['softDelete']>"),
    RelationQueryBuilder: "import('typeorm').RelationQueryBuilder<any>",
  },
  onlyIn: {
    ...because('typeorm-typedi-extensions', ['OrmRepository', 'OrmManager', 'InjectManager', 'OrmConnection']),
    ...because('TypeORM 1', ['EntityManager.dataSource', 'QueryRunner.dataSource']),
  },
} satisfies Declarations;
