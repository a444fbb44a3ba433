import { all, defineLibrary, GATHERING_STAGES, type Slot } from '../vocabulary.js';

/** What a repository asks; an entity manager has the same, with the entity before everything else. */
function methods(shift: 0 | 1) {
  const at = (argument: number, ...path: string[]): readonly Slot[] => [[argument + shift, ...path]];
  const names = shift === 1 ? { names: [0] as const } : {};
  const locks = [...at(1, 'lockMode'), ...at(1, 'lockVersion')];
  const shape = { columns: at(1, 'fields'), omits: at(1, 'exclude'), relations: at(1, 'populate') };
  return {
    find: { ...names, query: { access: 'read', rows: 'many', filter: at(0), size: at(1, 'limit'), locks, ...shape } },
    findAndCount: { ...names, query: { access: 'read', rows: 'many', filter: at(0), size: at(1, 'limit'), pair: true, ...shape } },
    findAll: { ...names, query: { access: 'read', rows: 'many', filter: at(0, 'where'), size: at(0, 'limit'), columns: at(0, 'fields'), omits: at(0, 'exclude'), relations: at(0, 'populate') } },
    findByCursor: { ...names, query: { access: 'read', rows: 'many', filter: at(0), size: [...at(1, 'first'), ...at(1, 'last')] } },
    ...all(['findOne', 'findOneOrFail'], { ...names, query: { access: 'read', rows: 'one', filter: at(0), locks, ...shape } }),
    count: { ...names, query: { access: 'read', rows: 'value', filter: at(0) } },
    populate: { query: { access: 'read', rows: 'value' } },
    ...all(['insert', 'upsert'], { ...names, query: { access: 'write', rows: 'value', data: shift === 1 ? [[0], [1]] : [[0]] } }),
    ...all(['insertMany', 'upsertMany'], { ...names, query: { access: 'write', rows: 'value', data: shift === 1 ? [[0], [1]] : [[0]], bulk: true } }),
    nativeUpdate: { ...names, query: { access: 'write', rows: 'value', filter: at(0), data: at(1), bulk: true } },
    nativeDelete: { ...names, query: { access: 'write', rows: 'value', filter: at(0), bulk: true } },
    create: { ...names, harmless: 'builds an entity in memory', builds: { data: at(0), saved: 'flush' } },
    assign: { harmless: 'changes memory only', builds: { data: [[1]], saved: 'flush' } },
    ...all(['map', 'merge', 'getReference', 'canPopulate'], { harmless: 'changes memory only' }),
    ...all(['createQueryBuilder', 'qb'], { ...names, returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } }),
    aggregate: { ...names, query: { access: 'read', rows: 'many', size: at(0, '*', '$limit'), gathers: GATHERING_STAGES } },
    // Up to version 5 on repositories too.
    flush: { flushes: true, query: { access: 'write', rows: 'none', bulk: true } },
    persist: { returns: 'this', harmless: 'marks an entity to be written' },
    remove: { returns: 'this', harmless: 'marks an entity to be removed' },
    persistAndFlush: { flushes: true, query: { access: 'write', rows: 'none', data: [[0]], bulk: true } },
    removeAndFlush: { flushes: true, query: { access: 'write', rows: 'none', bulk: true } },
    ...all(['getKnex', 'getCollection'], { returns: 'unknown' }),
  } as const;
}

const hooks = ['BeforeCreate', 'AfterCreate', 'BeforeUpdate', 'AfterUpdate', 'BeforeUpsert', 'AfterUpsert', 'BeforeDelete', 'AfterDelete', 'OnInit', 'OnLoad'] as const;
const flushes = ['flush', 'persistAndFlush', 'persist'];

export const mikroOrm = defineLibrary({
  name: 'MikroORM',
  kind: 'database',
  packages: ['@mikro-orm/core', '@mikro-orm/*', 'mikro-orm', 'nestjs-mikro-orm'],
  versions: '4 to 7',
  exports: {
    MikroORM: { type: 'MikroORMClass' },
    ...all(['EntityManager', 'SqlEntityManager', 'MongoEntityManager'], { type: 'EntityManager' }),
    ...all(['EntityRepository', 'SqlEntityRepository', 'MongoEntityRepository'], { type: 'RepositoryClass', names: 'typeArgument' }),
    QueryBuilder: { type: 'QueryBuilder' },
    Collection: { type: 'Collection', constructs: 'Collection' },
    Reference: { type: 'Reference' },
    Ref: { type: 'Reference' },
    BaseEntity: { type: 'BaseEntity' },
    wrap: { returns: 'Wrapped' },
    raw: { harmless: 'a fragment', code: [[0]] },
    InjectRepository: { names: [0], decorates: { as: 'injects', type: 'EntityRepository' } },
    InjectEntityManager: { decorates: { as: 'injects', type: 'EntityManager' } },
    InjectMikroORM: { decorates: { as: 'injects', type: 'MikroORM' } },
    ...all(['Entity', 'Embeddable'], { decorates: { as: 'entity' } }),
    ...Object.fromEntries(hooks.map((event) => [event, { decorates: { as: 'hook', event } }] as const)),
    Subscriber: { decorates: { as: 'subscriber' } },
    Transactional: { decorates: { as: 'transaction' } },
  },
  types: {
    MikroORMClass: { extends: 'MikroORM', construct: { returns: 'MikroORM' }, members: { ...all(['init', 'initSync'], { returns: 'MikroORM' }) } },
    MikroORM: {
      client: 'client',
      members: {
        em: { type: 'EntityManager' },
        ...all(['connect', 'reconnect', 'isConnected', 'checkConnection'], { harmless: 'opens a connection' }),
        close: { harmless: 'closes a connection' },
        ...all(['schema', 'migrator', 'seeder', 'config'], { type: 'unknown' }),
        ...all(['getMetadata', 'getMigrator', 'getSchemaGenerator', 'getSeeder', 'discoverEntity'], { returns: 'unknown', harmless: 'metadata' }),
      },
    },
    EntityManager: {
      client: 'client',
      row: 'Entity',
      members: {
        ...methods(1),
        ...all(['refresh', 'refreshOrFail'], { query: { access: 'read', rows: 'one' } }),
        ...all(['getRepository', 'repo'], { returns: 'EntityRepository', names: [0] }),
        execute: { query: { access: 'sql', rows: 'many', sql: [0] } },
        getConnection: { returns: 'Connection' },
        transactional: { transaction: true, callbacks: [{ at: 0, params: ['EntityManager'], runs: 'now' }] },
        fork: { returns: 'this' },
        begin: { begins: 'receiver', harmless: 'opens a transaction' },
        ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction' }),
        lock: { harmless: 'locks a row' },
        ...all(['clear', 'addFilter', 'setFilterParams', 'setFlushMode', 'isInTransaction', 'getMetadata', 'getUnitOfWork', 'getEventManager', 'clearCache'], { harmless: 'changes memory only' }),
      },
    },
    RepositoryClass: { extends: 'EntityRepository', construct: { returns: 'EntityRepository' }, model: { instance: 'EntityRepository' } },
    EntityRepository: {
      client: 'repository',
      // https://mikro-orm.io/docs/repositories#custom-repository
      replacedBy: { option: 'repository', symbol: 'EntityRepositoryType' },
      row: 'Entity',
      members: {
        ...methods(0),
        getEntityManager: { returns: 'EntityManager' },
        em: { type: 'EntityManager' },
        getEntityName: { harmless: 'metadata' },
      },
    },
    Connection: { client: 'client', members: { execute: { query: { access: 'sql', rows: 'many', sql: [0] } }, ...all(['connect', 'isConnected', 'close'], { harmless: 'opens or closes a connection' }) } },
    /** A row: a plain instance of the app's class, which a flush writes. */
    Entity: { entity: true },
    BaseEntity: { model: { instance: 'Wrapped' } },
    Wrapped: {
      members: {
        ...all(['init', 'populate'], { returns: 'this', query: { access: 'read', rows: 'one' } }),
        assign: { harmless: 'changes memory only', builds: { data: [[0]], saved: 'flush' } },
        ...all(['toObject', 'toPOJO', 'toReference', 'serialize', 'isInitialized', 'populated'], { harmless: 'changes memory only' }),
      },
    },
    /** A relation to many rows. */
    Collection: {
      members: {
        ...all(['init', 'load', 'loadItems'], { query: { access: 'read', rows: 'many', filter: [[0, 'where']] } }),
        matching: { query: { access: 'read', rows: 'many', size: [[0, 'limit']], filter: [[0, 'where']] } },
        loadCount: { query: { access: 'read', rows: 'value' } },
        ...all(['add', 'set', 'remove', 'removeAll', 'contains', 'count', 'getItems', 'getIdentifiers', 'toArray', 'toJSON', 'isInitialized', 'isDirty', 'isEmpty', 'exists', 'find', 'filter', 'map', 'reduce', 'slice', 'indexBy'], { harmless: 'changes memory only' }),
      },
    },
    Reference: {
      members: {
        ...all(['load', 'loadOrFail'], { query: { access: 'read', rows: 'one' } }),
        ...all(['unwrap', 'getEntity', 'getProperty', 'isInitialized', 'set', 'populated'], { harmless: 'reads memory only' }),
      },
    },
    QueryBuilder: {
      lazy: 'await',
      row: 'Entity',
      members: {
        ...all(['getResult', 'getResultList'], { executes: true, returns: 'rows', step: { rows: 'many' } }),
        getResultAndCount: { executes: true, returns: 'rows', step: { rows: 'many', pair: true } },
        getSingleResult: { executes: true, returns: 'rows', step: { rows: 'one' } },
        getCount: { executes: true, step: { rows: 'value' } },
        execute: { executes: true, returns: 'rows' },
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }] },
        limit: { returns: 'this', step: { size: [[0]] } },
        ...all(['where', 'andWhere', 'orWhere'], { returns: 'this', step: { filter: [[0], [1]] } }),
        ...all(['insert', 'update'], { returns: 'this', step: { access: 'write', rows: 'value', data: [[0]], bulk: true } }),
        delete: { returns: 'this', step: { access: 'write', rows: 'value', filter: [[0]], bulk: true } },
        truncate: { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } },
        setLockMode: { returns: 'this', step: { locks: true } },
        count: { returns: 'this', step: { rows: 'value' } },
        from: { returns: 'this', names: [0] },
        ...all(
          ['select', 'addSelect', 'distinct', 'distinctOn', 'join', 'joinAndSelect', 'innerJoin', 'innerJoinAndSelect', 'leftJoin', 'leftJoinAndSelect', 'innerJoinLateral', 'leftJoinLateral', 'orderBy', 'groupBy', 'having', 'andHaving', 'orHaving', 'offset', 'populate', 'onConflict', 'ignore', 'merge', 'returning', 'withSchema', 'withSubQuery', 'setFlushMode', 'setFlag', 'unsetFlag', 'cache', 'indexHint', 'comment', 'hintComment', 'clone'],
          { returns: 'this' },
        ),
        as: { harmless: 'a sub-select' },
        ...all(['getQuery', 'getFormattedQuery', 'getParams', 'getKnexQuery', 'getKnex', 'toQuery'], { harmless: 'builds the SQL text only' }),
      },
    },
  },
  transactions: { by: 'context', how: 'let one `flush` write both, or wrap them in `em.transactional(async (em) => …)`' },
  remedy: {
    read: 'load the relation with `populate`, or fetch all rows at once with `find` and `{ id: { $in: ids } }`',
    count: 'take the figures of all of them at once with a query builder: `select` the key, count, and `groupBy`',
    write: 'change the entities and `flush` once, or use `insertMany`, `upsertMany` or `nativeUpdate`',
    size: '`limit`',
    change: '`nativeUpdate` with a `raw` expression, or a version property, or a lock',
    hide: '`@Property({ hidden: true })`',
    bind: 'write `?` in the text (`??` for a name), and put the value into the list after it',
  },
  checksVersions: ['version', 'concurrencyCheck'],
  hiding: [{ option: 'hidden', is: true, from: 'answers' }, { option: 'lazy', is: true, from: 'queries' }],
  hookCovers: {
    BeforeCreate: flushes,
    AfterCreate: flushes,
    BeforeUpdate: flushes,
    AfterUpdate: flushes,
    BeforeUpsert: ['upsert', 'upsertMany'],
    AfterUpsert: ['upsert', 'upsertMany'],
    BeforeDelete: ['flush', 'removeAndFlush'],
    AfterDelete: ['flush', 'removeAndFlush'],
    OnInit: flushes,
  },
  driverErrors: ['DriverException', 'UniqueConstraintViolationException', 'ForeignKeyConstraintViolationException', 'NotNullConstraintViolationException', 'CheckConstraintViolationException', 'ConstraintViolationException', 'ConnectionException', 'DeadlockException', 'LockWaitTimeoutException', 'SyntaxErrorException', 'TableNotFoundException', 'InvalidFieldNameException', 'ServerException', 'ValidationError', 'NotFoundError', 'OptimisticLockError'],
});
