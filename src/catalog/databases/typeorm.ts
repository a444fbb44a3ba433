import { all, defineLibrary, GATHERING_STAGES, type Slot } from '../vocabulary.js';

/** Of `bulkWrite`. */
const operations = [['insertOne', 'document'], ['updateOne', 'update'], ['updateMany', 'update'], ['replaceOne', 'replacement']] as const;

/** The query methods of a repository; an entity manager has the same, with the entity before everything else. */
function methods(shift: 0 | 1) {
  const at = (argument: number, ...path: string[]): readonly Slot[] => [[argument + shift, ...path]];
  const names = shift === 1 ? { names: [0] as const } : {};
  // Before 0.3 the conditions themselves could stand there.
  const where = [...at(0, 'where'), ...at(0)];
  const size = at(0, 'take');
  const locks = at(0, 'lock');
  const options = ['where', 'order', 'take', 'skip', 'select', 'relations', 'relationLoadStrategy', 'join', 'cache', 'lock', 'withDeleted', 'loadEagerRelations', 'loadRelationIds', 'transaction', 'comment'];
  const shape = { columns: at(0, 'select'), relations: at(0, 'relations') };
  return {
    find: { ...names, query: { access: 'read', rows: 'many', filter: where, options, size, locks, ...shape } },
    findAndCount: { ...names, query: { access: 'read', rows: 'many', filter: where, options, size, pair: true, ...shape } },
    ...all(['findBy', 'findByIds'], { ...names, query: { access: 'read', rows: 'many', filter: at(0) } }),
    findAndCountBy: { ...names, query: { access: 'read', rows: 'many', filter: at(0), pair: true } },
    // Before 0.3 an id came first.
    ...all(['findOne', 'findOneOrFail'], { ...names, query: { access: 'read', rows: 'one', filter: where, options, locks, columns: [...at(0, 'select'), ...at(1, 'select')], relations: [...at(0, 'relations'), ...at(1, 'relations')] } }),
    ...all(['findOneBy', 'findOneByOrFail', 'findOneById'], { ...names, query: { access: 'read', rows: 'one', filter: at(0) } }),
    ...all(['count', 'exists'], { ...names, query: { access: 'read', rows: 'value', filter: where, options } }),
    ...all(['countBy', 'existsBy'], { ...names, query: { access: 'read', rows: 'value', filter: at(0) } }),
    ...all(['sum', 'average', 'minimum', 'maximum'], { ...names, query: { access: 'read', rows: 'value', filter: at(1) } }),
    preload: { ...names, query: { access: 'read', rows: 'one', data: at(0) }, builds: { data: at(0), saved: 'save' } },
    // `manager.save(user)` and `manager.save(User, user)` are both written.
    ...all(['save'], { ...names, givesBack: shift === 1 ? [[1], [0]] : [[0]], query: { access: 'write', rows: 'one', data: shift === 1 ? [[0], [1]] : [[0]], saves: true } }),
    ...all(['remove', 'softRemove', 'recover'], { ...names, givesBack: shift === 1 ? [[1], [0]] : [[0]], query: { access: 'write', rows: 'one', filter: at(0) } }),
    insert: { ...names, query: { access: 'write', rows: 'value', data: at(0), bulk: true } },
    upsert: { ...names, query: { access: 'write', rows: 'value', data: at(0), bulk: true } },
    update: { ...names, query: { access: 'write', rows: 'value', filter: at(0), data: at(1), bulk: true } },
    updateAll: { ...names, query: { access: 'write', rows: 'value', data: at(0), bulk: true } },
    ...all(['delete', 'softDelete', 'restore'], { ...names, query: { access: 'write', rows: 'value', filter: at(0), bulk: true } }),
    ...all(['increment', 'decrement'], { ...names, query: { access: 'write', rows: 'value', filter: at(0), bulk: true } }),
    ...all(['clear', 'deleteAll'], { ...names, query: { access: 'write', rows: 'none', bulk: true } }),
    create: { ...names, harmless: 'builds an entity in memory', builds: { data: at(0), saved: 'save' } },
    merge: { ...names, harmless: 'changes memory only', builds: { data: at(1), saved: 'save' } },
    ...all(['hasId', 'getId'], { harmless: 'reads memory only' }),
    query: { query: { access: 'sql', rows: 'many', sql: [0] } },
    createQueryBuilder: { ...names, returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } },
  } as const;
}

const repositoryOf = { returns: 'Repository', names: [0] } as const;
/** Up to 0.2 a class of the app that is decorated with `@EntityRepository`, or extends another repository. */
const customRepository = { getCustomRepository: { instantiates: [0] } } as const;
const hooks = ['Insert', 'Update', 'Remove', 'SoftRemove', 'Recover'] as const;

export const typeorm = defineLibrary({
  name: 'TypeORM',
  kind: 'database',
  packages: ['typeorm', '@nestjs/typeorm', 'typeorm-typedi-extensions'],
  versions: '0.2 to 1',
  exports: {
    ...all(['Repository', 'TreeRepository', 'MongoRepository', 'AbstractRepository'], { type: 'RepositoryClass' }),
    BaseEntity: { type: 'ActiveRecord' },
    ...all(['EntityManager', 'MongoEntityManager'], { type: 'EntityManager' }),
    ...all(['DataSource', 'Connection'], { type: 'DataSourceClass' }),
    QueryRunner: { type: 'QueryRunner' },
    ...all(['QueryBuilder', 'SelectQueryBuilder', 'InsertQueryBuilder', 'UpdateQueryBuilder', 'DeleteQueryBuilder'], { type: 'QueryBuilder' }),
    // Given a function, what that returns.
    Raw: { harmless: 'a fragment', code: [[0]] },
    RelationQueryBuilder: { type: 'RelationQueryBuilder' },
    ...all(['getRepository', 'getTreeRepository', 'getMongoRepository'], repositoryOf),
    ...customRepository,
    ...all(['createConnection', 'getConnection'], { returns: 'DataSource' }),
    createConnections: { returns: 'DataSource[]' },
    ...all(['getManager', 'getMongoManager'], { returns: 'EntityManager' }),
    createQueryBuilder: { returns: 'QueryBuilder', names: [0], query: { access: 'read', rows: 'many' } },
    InjectRepository: { names: [0], decorates: { as: 'injects', type: 'Repository' } },
    OrmRepository: { names: [0], decorates: { as: 'injects', type: 'Repository' } },
    ...all(['InjectEntityManager', 'InjectManager', 'OrmManager'], { decorates: { as: 'injects', type: 'EntityManager' } }),
    ...all(['InjectDataSource', 'InjectConnection', 'OrmConnection'], { decorates: { as: 'injects', type: 'DataSource' } }),
    ...all(['Entity', 'ChildEntity', 'ViewEntity'], { decorates: { as: 'entity' } }),
    ...Object.fromEntries(hooks.flatMap((event) => ['Before', 'After'].map((when) => [`${when}${event}`, { decorates: { as: 'hook', event: `${when}${event}` } }] as const))),
    AfterLoad: { decorates: { as: 'hook', event: 'AfterLoad' } },
    EventSubscriber: { decorates: { as: 'subscriber' } },
  },
  types: {
    RepositoryClass: { extends: 'Repository', construct: { returns: 'Repository' }, model: { instance: 'Repository' } },
    Repository: {
      client: 'repository',
      row: 'Entity',
      members: {
        ...methods(0),
        exist: { query: { access: 'read', rows: 'value', filter: [[0, 'where']] } },
        manager: { type: 'EntityManager' },
        extend: { returns: 'this', extendedBy: [0] },
        ...all(['metadata', 'target', 'queryRunner'], { type: 'unknown' }),
        // `TreeRepository`
        ...all(['findTrees', 'findRoots', 'findDescendants', 'findAncestors'], { query: { access: 'read', rows: 'many' } }),
        ...all(['findDescendantsTree', 'findAncestorsTree'], { query: { access: 'read', rows: 'one' } }),
        ...all(['countDescendants', 'countAncestors'], { query: { access: 'read', rows: 'value' } }),
        ...all(['createDescendantsQueryBuilder', 'createAncestorsQueryBuilder'], { returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } }),
        // `MongoRepository`
        aggregate: { query: { access: 'read', rows: 'many', size: [[0, '*', '$limit']], gathers: GATHERING_STAGES } },
        ...all(['countDocuments', 'distinct'], { query: { access: 'read', rows: 'value' } }),
        ...all(['insertOne', 'insertMany'], { query: { access: 'write', rows: 'value', data: [[0]] } }),
        bulkWrite: { query: { access: 'write', rows: 'value', data: [[0]], operations, bulk: true } },
        ...all(['updateOne', 'replaceOne', 'findOneAndUpdate', 'findOneAndReplace'], { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] } }),
        updateMany: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]], bulk: true } },
        ...all(['deleteOne', 'findOneAndDelete'], { query: { access: 'write', rows: 'value', filter: [[0]] } }),
        deleteMany: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true } },
      },
    },
    /** A row of a repository: a plain instance of the app's class. */
    Entity: {},
    /** The class side of an entity that extends `BaseEntity`. */
    ActiveRecord: {
      client: 'model',
      row: 'ActiveRecordEntity',
      construct: { returns: 'ActiveRecordEntity' },
      model: { instance: 'ActiveRecordEntity' },
      members: {
        ...Object.fromEntries(Object.entries(methods(0)).filter(([name]) => !['restore', 'softDelete', 'increment', 'decrement', 'recover', 'updateAll', 'deleteAll'].includes(name))),
        create: { returns: 'ActiveRecordEntity', harmless: 'builds an entity in memory', builds: { data: [[0]], saved: 'save' } },
        getRepository: { returns: 'Repository' },
        useDataSource: { harmless: 'sets the data source' },
      },
    },
    ActiveRecordEntity: {
      entity: true,
      members: {
        save: { returns: 'this', copies: true, query: { access: 'write', rows: 'one' } },
        ...all(['remove', 'softRemove', 'recover'], { returns: 'this', copies: true, query: { access: 'write', rows: 'one' } }),
        reload: { query: { access: 'read', rows: 'none' } },
        hasId: { harmless: 'reads memory only' },
      },
    },
    EntityManager: {
      client: 'client',
      row: 'Entity',
      members: {
        ...methods(1),
        transaction: { transaction: true, callbacks: [{ at: -1, params: ['EntityManager'], runs: 'now' }] },
        ...all(['getRepository', 'getTreeRepository', 'getMongoRepository', 'withRepository'], repositoryOf),
        ...customRepository,
        ...all(['connection', 'dataSource'], { type: 'DataSource' }),
        queryRunner: { type: 'QueryRunner' },
        release: { harmless: 'releases a connection' },
      },
    },
    DataSourceClass: { extends: 'DataSource', construct: { returns: 'DataSource' }, model: { instance: 'DataSource' } },
    DataSource: {
      client: 'client',
      members: {
        manager: { type: 'EntityManager' },
        ...all(['getRepository', 'getTreeRepository', 'getMongoRepository'], repositoryOf),
        ...customRepository,
        createEntityManager: { returns: 'EntityManager' },
        createQueryBuilder: { returns: 'QueryBuilder', names: [0], query: { access: 'read', rows: 'many' } },
        createQueryRunner: { returns: 'QueryRunner' },
        query: { query: { access: 'sql', rows: 'many', sql: [0] } },
        transaction: { transaction: true, callbacks: [{ at: -1, params: ['EntityManager'], runs: 'now' }] },
        initialize: { returns: 'this', harmless: 'opens a connection' },
        connect: { returns: 'this', harmless: 'opens a connection' },
        ...all(['destroy', 'close'], { harmless: 'closes a connection' }),
        ...all(['synchronize', 'dropDatabase', 'runMigrations', 'undoLastMigration', 'showMigrations', 'getMetadata', 'hasMetadata'], { harmless: 'metadata' }),
      },
    },
    QueryRunner: {
      client: 'client',
      members: {
        manager: { type: 'EntityManager' },
        ...all(['connection', 'dataSource'], { type: 'DataSource' }),
        query: { query: { access: 'sql', rows: 'many', sql: [0] } },
        stream: { harmless: 'reads row by row' },
        connect: { harmless: 'opens a connection' },
        release: { harmless: 'releases a connection' },
        startTransaction: { begins: 'receiver', harmless: 'opens a transaction' },
        ...all(['commitTransaction', 'rollbackTransaction'], { ends: true, harmless: 'ends a transaction' }),
        ...all(
          ['createTable', 'dropTable', 'renameTable', 'addColumn', 'addColumns', 'changeColumn', 'changeColumns', 'renameColumn', 'dropColumn', 'dropColumns', 'createIndex', 'createIndices', 'dropIndex', 'dropIndices', 'createForeignKey', 'createForeignKeys', 'dropForeignKey', 'dropForeignKeys', 'createPrimaryKey', 'dropPrimaryKey', 'createUniqueConstraint', 'dropUniqueConstraint', 'createCheckConstraint', 'dropCheckConstraint', 'createSchema', 'dropSchema', 'createDatabase', 'dropDatabase', 'createView', 'dropView', 'clearTable', 'clearDatabase', 'getTable', 'getTables', 'getView', 'getViews', 'hasTable', 'hasColumn', 'hasSchema', 'hasDatabase'],
          { harmless: 'changes or reads the schema' },
        ),
      },
    },
    QueryBuilder: {
      lazy: 'call',
      row: 'Entity',
      members: {
        ...all(['getMany', 'getRawMany', 'getRawAndEntities'], { executes: true, returns: 'rows', step: { rows: 'many' } }),
        getManyAndCount: { executes: true, returns: 'rows', step: { rows: 'many', pair: true } },
        ...all(['getOne', 'getOneOrFail', 'getRawOne'], { executes: true, returns: 'rows', step: { rows: 'one' } }),
        ...all(['getCount', 'getExists'], { executes: true, step: { rows: 'value' } }),
        execute: { executes: true, returns: 'rows' },
        stream: { executes: true, step: { streams: true } },
        ...all(['take', 'limit'], { returns: 'this', step: { size: [[0]] } }),
        setFindOptions: { returns: 'this', step: { columns: [[0, 'select']], relations: [[0, 'relations']], size: [[0, 'take']], filter: [[0, 'where']] } },
        ...all(['where', 'andWhere', 'orWhere'], { returns: 'this', step: { filter: [[0], [1]] }, code: [[0]] }),
        // Expressions: a name that is no column's goes into the statement as it stands (https://github.com/typeorm/typeorm/issues/7978).
        ...all(['orderBy', 'addOrderBy', 'groupBy', 'addGroupBy', 'having', 'andHaving', 'orHaving'], { returns: 'this', code: [[0]] }),
        ...all(['whereInIds', 'andWhereInIds', 'orWhereInIds'], { returns: 'this', step: { filter: [[0]] } }),
        ...all(['whereExists', 'andWhereExists', 'orWhereExists'], { returns: 'this', callbacks: [{ at: 0, params: ['QueryBuilder'], runs: 'now' }] }),
        ...all(['setParameter'], { returns: 'this', step: { filter: [[1]] } }),
        ...all(['setParameters'], { returns: 'this', step: { filter: [[0]] } }),
        ...all(['from', 'into'], { returns: 'this', names: [0] }),
        insert: { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } },
        values: { returns: 'this', step: { data: [[0]] } },
        // `update(User)`, `update(User, values)` and, on a repository's builder, `update(values)`.
        update: { returns: 'this', step: { access: 'write', rows: 'value', data: [[0], [1]], bulk: true } },
        set: { returns: 'this', step: { data: [[0]] } },
        ...all(['delete', 'softDelete', 'restore'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        select: { returns: 'this', step: { columns: [[0]] }, code: [[0]] },
        addSelect: { returns: 'this', step: { columns: [[0]], adds: true }, code: [[0]] },
        ...all(['innerJoinAndSelect', 'leftJoinAndSelect'], { returns: 'this', step: { relations: [[0]] } }),
        relation: { returns: 'RelationQueryBuilder', names: [0] },
        setLock: { returns: 'this', step: { locks: true } },
        subQuery: { returns: 'this' },
        ...all(['clone', 'createQueryBuilder'], { returns: 'this' }),
        ...all(
          ['addFrom', 'distinct', 'distinctOn', 'innerJoin', 'innerJoinAndMapOne', 'innerJoinAndMapMany', 'leftJoin', 'leftJoinAndMapOne', 'leftJoinAndMapMany', 'loadAllRelationIds', 'loadRelationCountAndMap', 'loadRelationIdAndMap', 'skip', 'offset', 'cache', 'setOnLocked', 'setOption', 'useTransaction', 'useIndex', 'maxExecutionTime', 'withDeleted', 'comment', 'addCommonTableExpression', 'callListeners', 'disableEscaping', 'orIgnore', 'orUpdate', 'onConflict', 'output', 'returning', 'updateEntity', 'whereEntity'],
          { returns: 'this' },
        ),
        setQueryRunner: { returns: 'this', carries: [0] },
        ...all(['getQuery', 'getSql', 'getQueryAndParameters', 'getParameters', 'printSql'], { harmless: 'builds the SQL text only' }),
      },
    },
    RelationQueryBuilder: {
      members: {
        of: { returns: 'this' },
        ...all(['add', 'set', 'remove', 'addAndRemove'], { query: { access: 'write', rows: 'none', data: [[0]], bulk: true } }),
        loadMany: { query: { access: 'read', rows: 'many' } },
        loadOne: { query: { access: 'read', rows: 'one' } },
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the manager of one `dataSource.transaction(async (manager) => …)`' },
  remedy: {
    read: 'load the relation with `relations` or `leftJoinAndSelect`, or fetch all rows at once with `findBy({ id: In(ids) })`',
    count: "take the figures of all of them at once with a query builder: `select` the key, `addSelect('COUNT(*)')` and `groupBy`",
    write: 'hand an array to `save` or `insert`, or use one `update` or `delete` with `In(ids)`',
    size: '`take`',
    change: '`increment()` or `decrement()` of the repository, or a raw expression in `update`',
    hide: '`@Column({ select: false })`, a `select`, or `@Exclude()` with the serializer interceptor',
    bind: 'write `:name` in the text (`$1` or `?` in `query`), and give the value in the parameters after it',
  },
  checksVersions: ['VersionColumn'],
  hiding: [{ option: 'select', is: false, from: 'queries' }],
  hookCovers: {
    BeforeInsert: ['save'],
    AfterInsert: ['save'],
    BeforeUpdate: ['save'],
    AfterUpdate: ['save'],
    BeforeRemove: ['remove'],
    AfterRemove: ['remove'],
    BeforeSoftRemove: ['softRemove'],
    AfterSoftRemove: ['softRemove'],
    BeforeRecover: ['recover'],
    AfterRecover: ['recover'],
  },
  driverErrors: ['TypeORMError', 'QueryFailedError', 'EntityNotFoundError', 'EntityPropertyNotFoundError', 'CannotCreateEntityIdMapError', 'ConnectionNotFoundError', 'OptimisticLockVersionMismatchError'],
});
