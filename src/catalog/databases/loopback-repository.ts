import { all, defineLibrary } from '../vocabulary.js';

const shape = { columns: [[0, 'fields']], relations: [[0, 'include']] } as const;
const repositories = ['DefaultCrudRepository', 'DefaultTransactionalRepository', 'DefaultTransactionSoftCrudRepository', 'DefaultSoftCrudRepository', 'DefaultUserModifyCrudRepository'];
const factories = ['createHasManyRepositoryFactoryFor', 'createHasOneRepositoryFactoryFor', 'createHasManyThroughRepositoryFactoryFor'];

export const loopbackRepository = defineLibrary({
  name: 'LoopBack repositories',
  kind: 'database',
  packages: ['@loopback/repository', '@loopback/sequelize', 'loopback4-soft-delete', '@sourceloop/core'],
  versions: '2 to 8',
  exports: {
    ...all(repositories, { type: 'RepositoryClass' }),
    SequelizeCrudRepository: { type: 'RepositoryClass' },
    ...all(['CrudRepository', 'EntityCrudRepository', 'TransactionalEntityRepository'], { type: 'Repository' }),
    ...all(['HasManyRepositoryFactory', 'HasOneRepositoryFactory', 'HasManyThroughRepositoryFactory', 'ReferencesManyAccessor'], { type: 'Factory' }),
    juggler: { type: 'Juggler' },
    Transaction: { type: 'Transaction' },
    model: { decorates: { as: 'entity' } },
  },
  types: {
    Juggler: { members: { DataSource: { type: 'DataSourceClass' }, Transaction: { type: 'Transaction' } } },
    DataSourceClass: { extends: 'DataSource', construct: { returns: 'DataSource' }, model: { instance: 'DataSource' } },
    DataSource: {
      client: 'client',
      members: {
        execute: { query: { access: 'sql', rows: 'many', sql: [0] } },
        beginTransaction: { returns: 'Transaction', begins: 'result', harmless: 'opens a transaction' },
        ...all(['automigrate', 'autoupdate', 'discoverSchemas', 'ping', 'connect', 'disconnect'], { harmless: 'changes or reads the schema' }),
      },
    },
    Transaction: { transaction: true, members: { ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction' }), isActive: { harmless: 'a test' } } },
    RepositoryClass: { extends: 'Repository', construct: { returns: 'Repository' }, model: { instance: 'Repository' } },
    Repository: {
      client: 'repository',
      row: 'Entity',
      members: {
        find: { query: { access: 'read', rows: 'many', filter: [[0, 'where']], size: [[0, 'limit']], ...shape } },
        findOne: { query: { access: 'read', rows: 'one', filter: [[0, 'where']], ...shape } },
        findById: { query: { access: 'read', rows: 'one', filter: [[0]], columns: [[1, 'fields']], relations: [[1, 'include']] } },
        ...all(['count', 'exists'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        create: { query: { access: 'write', rows: 'one', data: [[0]] } },
        createAll: { query: { access: 'write', rows: 'many', data: [[0]], bulk: true } },
        ...all(['save', 'update'], { query: { access: 'write', rows: 'one', data: [[0]], saves: true } }),
        ...all(['updateById', 'replaceById'], { query: { access: 'write', rows: 'none', filter: [[0]], data: [[1]] } }),
        updateAll: { query: { access: 'write', rows: 'value', data: [[0]], filter: [[1]], bulk: true } },
        ...all(['delete', 'deleteById'], { query: { access: 'write', rows: 'none', filter: [[0]] } }),
        deleteAll: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true } },
        execute: { query: { access: 'sql', rows: 'many', sql: [0] } },
        beginTransaction: { returns: 'Transaction', begins: 'result', harmless: 'opens a transaction' },
        dataSource: { type: 'DataSource' },
        ...all(factories, { returns: 'Factory', names: [0] }),
        ...all(['createBelongsToAccessorFor', 'createReferencesManyAccessorFor'], { returns: 'Factory', names: [0] }),
        ...all(['registerInclusionResolver', 'inclusionResolvers', 'modelClass', 'entityClass'], { harmless: 'metadata' }),
      },
    },
    /** `orders.lines(id)`: the rows of a relation, and what can be done to them. An accessor of one row asks for it at once. */
    Factory: { call: { returns: 'Relation' } },
    Relation: {
      row: 'Entity',
      members: {
        find: { query: { access: 'read', rows: 'many', ofRow: true, filter: [[0, 'where']], size: [[0, 'limit']], ...shape } },
        get: { query: { access: 'read', rows: 'one' } },
        create: { query: { access: 'write', rows: 'one', data: [[0]] } },
        patch: { query: { access: 'write', rows: 'value', data: [[0]], filter: [[1]], bulk: true } },
        delete: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true } },
        ...all(['link', 'unlink', 'unlinkAll'], { query: { access: 'write', rows: 'none' } }),
      },
    },
    /** A row: a plain instance of the app's class. */
    Entity: {},
  },
  transactions: { by: 'option', how: 'open one with `const transaction = await repository.beginTransaction()`, and hand `{ transaction }` to both', options: ['transaction'] },
  remedy: {
    read: 'load the relation with `include`, or fetch all rows at once with `find({ where: { id: { inq: ids } } })`',
    write: 'use `createAll`, or one `updateAll` or `deleteAll` with `{ id: { inq: ids } }`',
    size: '`limit` in the filter',
    change: '`execute` with an `UPDATE` that adds to the column',
    hide: "`hiddenProperties: ['{field}']` in the settings of the model",
    bind: 'write `?` (or `$1`) in the text, and put the value into the list after it',
  },
  serializers: ['hiddenProperties', 'toObject'],
});
