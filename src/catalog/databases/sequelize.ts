import { all, defineLibrary } from '../vocabulary.js';

const where = [[0, 'where']] as const;
const size = [[0, 'limit']] as const;
/** `attributes` is a list, or an object that says which to leave out. */
const shape = { columns: [[0, 'attributes']], omits: [[0, 'attributes', 'exclude']], relations: [[0, 'include']] } as const;
const shapeAfterKey = { columns: [[1, 'attributes']], omits: [[1, 'attributes', 'exclude']], relations: [[1, 'include']] } as const;

const writable = [[1, 'fields']] as const;

const hooks = [
  'beforeValidate', 'afterValidate', 'beforeCreate', 'afterCreate', 'beforeUpdate', 'afterUpdate', 'beforeSave', 'afterSave', 'beforeDestroy', 'afterDestroy',
  'beforeUpsert', 'afterUpsert', 'beforeRestore', 'afterRestore', 'beforeFind', 'afterFind', 'beforeCount', 'beforeBulkCreate', 'afterBulkCreate', 'beforeBulkUpdate', 'afterBulkUpdate',
  'beforeBulkDestroy', 'afterBulkDestroy', 'beforeBulkRestore', 'afterBulkRestore',
] as const;
const decorator = (event: string) => event.charAt(0).toUpperCase() + event.slice(1);
/** Sequelize 4 and later have a static method for these; `addHook` takes any. */
const hookMethods = hooks.filter((event) => !/Upsert|Restore/.test(event));

export const sequelize = defineLibrary({
  name: 'Sequelize',
  kind: 'database',
  packages: ['sequelize', '@sequelize/core', 'sequelize-typescript', '@nestjs/sequelize'],
  versions: '4 to 7',
  exports: {
    ...all(['default', 'Sequelize'], { type: 'SequelizeClass' }),
    Model: { type: 'Model' },
    // Type names of a model's class: `ModelStatic<User>`.
    ...all(['ModelStatic', 'ModelCtor', 'ModelDefined', 'Repository'], { type: 'Model', names: 'typeArgument' }),
    Transaction: { type: 'Transaction' },
    InjectModel: { names: [0], decorates: { as: 'injects', type: 'Model' } },
    InjectConnection: { decorates: { as: 'injects', type: 'Sequelize' } },
    Table: { decorates: { as: 'entity' } },
    ...Object.fromEntries(hooks.map((event) => [decorator(event), { decorates: { as: 'hook', event } }] as const)),
    ...all(['fn', 'col', 'cast', 'json', 'where', 'and', 'or'], { harmless: 'a fragment' }),
    literal: { harmless: 'a fragment', code: [[0]] },
  },
  types: {
    SequelizeClass: {
      extends: 'Sequelize',
      construct: { returns: 'Sequelize' },
      model: { instance: 'Sequelize' },
      members: {
        Sequelize: { type: 'SequelizeClass' },
        Model: { type: 'Model' },
        Transaction: { type: 'Transaction' },
        ...all(['Op', 'DataTypes', 'QueryTypes'], { type: 'unknown' }),
      },
    },
    Sequelize: {
      client: 'client',
      members: {
        define: { returns: 'Model', names: [0], defines: { name: [0], fields: [1], options: [2] } },
        model: { returns: 'Model', names: [0] },
        import: { returns: 'Model' },
        models: { type: 'Models' },
        getRepository: { returns: 'Model', names: [0] },
        query: { query: { access: 'sql', rows: 'many', sql: [0], pair: true } },
        transaction: { returns: 'Transaction', transaction: true, begins: 'result', callbacks: [{ at: -1, params: ['Transaction'], runs: 'now' }] },
        addHook: { returns: 'this', hook: { event: [0], handler: -1 }, callbacks: [{ at: -1, params: ['Instance'], runs: 'later' }] },
        truncate: { query: { access: 'write', rows: 'none', bulk: true } },
        getQueryInterface: { returns: 'QueryInterface' },
        addModels: { harmless: 'registers models' },
        authenticate: { harmless: 'tests the connection' },
        close: { harmless: 'closes a connection' },
        ...all(['sync', 'drop', 'createSchema', 'dropSchema', 'showAllSchemas', 'dropAllSchemas', 'isDefined'], { harmless: 'changes or reads the schema' }),
        ...all(['fn', 'col', 'cast', 'json', 'where', 'and', 'or', 'random'], { harmless: 'a fragment' }),
        literal: { harmless: 'a fragment', code: [[0]] },
        escape: { harmless: 'a fragment', escapes: true },
      },
    },
    /** `sequelize.models.User`. */
    Models: { any: { type: 'Model', names: 'member' } },
    Transaction: {
      transaction: true,
      members: {
        ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction' }),
        afterCommit: { callbacks: [{ at: 0, runs: 'later' }] },
      },
    },
    QueryInterface: {
      members: {
        ...all(['bulkInsert', 'insert'], { query: { access: 'write', rows: 'value', data: [[1]], bulk: true } }),
        bulkUpdate: { query: { access: 'write', rows: 'value', data: [[1]], filter: [[2]], bulk: true } },
        bulkDelete: { query: { access: 'write', rows: 'value', filter: [[1]], bulk: true } },
        select: { query: { access: 'read', rows: 'many' } },
        rawSelect: { query: { access: 'read', rows: 'value' } },
        sequelize: { type: 'Sequelize' },
        ...all(
          ['createTable', 'dropTable', 'renameTable', 'addColumn', 'removeColumn', 'changeColumn', 'renameColumn', 'addIndex', 'removeIndex', 'showIndex', 'addConstraint', 'removeConstraint', 'describeTable', 'showAllTables', 'createSchema', 'dropSchema', 'createDatabase', 'dropDatabase', 'createFunction', 'dropFunction', 'dropAllTables', 'dropAllEnums'],
          { harmless: 'changes or reads the schema' },
        ),
      },
    },
    /** A model's class: what `define` gives, or a class that extends `Model`. */
    Model: {
      client: 'model',
      row: 'Instance',
      model: { instance: 'Instance' },
      construct: { returns: 'Instance', defines: { fields: [0] }, builds: { data: [[0]], saved: 'save' } },
      thisOf: 'Model',
      members: {
        init: { returns: 'this', defines: { fields: [0], options: [1] } },
        ...all(['findAll', 'findAndCountAll', 'findAndCount', 'all'], { query: { access: 'read', rows: 'many', size, filter: where, locks: [[0, 'lock']], ...shape } }),
        // Sequelize 4: `find` is one row.
        ...all(['findOne', 'find'], { query: { access: 'read', rows: 'one', filter: where, locks: [[0, 'lock']], ...shape } }),
        ...all(['findByPk', 'findById', 'findByPrimary'], { query: { access: 'read', rows: 'one', filter: [[0]], locks: [[1, 'lock']], ...shapeAfterKey } }),
        ...all(['findOrBuild', 'findOrInitialize'], { query: { access: 'read', rows: 'one', filter: where } }),
        ...all(['findOrCreate', 'findCreateFind'], { query: { access: 'write', rows: 'one', filter: where, data: [[0, 'defaults']] } }),
        count: { query: { access: 'read', rows: 'value', filter: where } },
        ...all(['sum', 'min', 'max'], { query: { access: 'read', rows: 'value', filter: [[1, 'where']] } }),
        aggregate: { query: { access: 'read', rows: 'value', filter: [[2, 'where']] } },
        create: { query: { access: 'write', rows: 'one', data: [[0]], writable } },
        bulkCreate: { query: { access: 'write', rows: 'many', data: [[0]], writable, rowHooks: [1, 'individualHooks'], bulk: true } },
        upsert: { query: { access: 'write', rows: 'one', data: [[0]], writable } },
        update: { query: { access: 'write', rows: 'value', data: [[0]], writable, filter: [[1, 'where']], rowHooks: [1, 'individualHooks'], bulk: true } },
        ...all(['increment', 'decrement'], { query: { access: 'write', rows: 'value', data: [[0]], filter: [[1, 'where']], bulk: true } }),
        ...all(['destroy', 'restore'], { query: { access: 'write', rows: 'value', filter: where, bulk: true } }),
        truncate: { query: { access: 'write', rows: 'none', bulk: true } },
        // What a scope leaves of the columns is said where it is declared.
        ...all(['scope', 'withScope'], { returns: 'this', reshapes: true }),
        ...all(['unscoped', 'schema', 'withoutScope', 'withInitialScope', 'withSchema'], { returns: 'this' }),
        build: { returns: 'Instance', harmless: 'builds an instance in memory', builds: { data: [[0]], saved: 'save' } },
        bulkBuild: { returns: 'Instance[]', harmless: 'builds instances in memory', builds: { data: [[0]], saved: 'save' } },
        sequelize: { type: 'Sequelize' },
        prototype: { type: 'InstancePrototype' },
        addHook: { returns: 'this', hook: { event: [0], handler: -1 }, callbacks: [{ at: -1, params: ['Instance'], runs: 'later' }] },
        hook: { returns: 'this', hook: { event: [0], handler: -1 }, callbacks: [{ at: -1, params: ['Instance'], runs: 'later' }] },
        ...Object.fromEntries(hookMethods.map((event) => [event, { hook: { event, handler: -1 }, callbacks: [{ at: -1, params: [event.includes('Bulk') ? 'Instance[]' : 'Instance'], runs: 'later' }] }] as const)),
        ...all(['hasMany', 'hasOne', 'belongsTo', 'belongsToMany'], { harmless: 'declares an association' }),
        ...all(['sync', 'drop', 'describe', 'getTableName', 'getAttributes', 'removeAttribute', 'addScope'], { harmless: 'metadata' }),
      },
    },
    InstancePrototype: { thisOf: 'Instance' },
    Instance: {
      entity: true,
      members: {
        save: { returns: 'this', copies: true, query: { access: 'write', rows: 'one' } },
        ...all(['update', 'updateAttributes'], { returns: 'this', copies: true, query: { access: 'write', rows: 'one', data: [[0]], writable } }),
        ...all(['destroy', 'restore'], { query: { access: 'write', rows: 'none' } }),
        ...all(['increment', 'decrement'], { returns: 'this', copies: true, query: { access: 'write', rows: 'one', data: [[0]] } }),
        reload: { returns: 'this', copies: true, query: { access: 'read', rows: 'one', locks: [[0, 'lock']] } },
        sequelize: { type: 'Sequelize' },
        get: { harmless: 'reads memory only', copies: true },
        toJSON: { harmless: 'reads memory only', copies: true },
        ...all(['getDataValue', 'previous', 'changed', 'equals', 'equalsOneOf', 'isSoftDeleted', 'where', 'validate'], { harmless: 'reads memory only' }),
        ...all(['set', 'setAttributes'], { harmless: 'changes memory only', builds: { data: [[0]], saved: 'save' } }),
        setDataValue: { harmless: 'changes memory only' },
        // sequelize-typescript
        $get: { query: { access: 'read', rows: 'many', ofRow: true, related: true, size: [[1, 'limit']], filter: [[1, 'where']] } },
        ...all(['$count', '$has'], { query: { access: 'read', rows: 'value' } }),
        ...all(['$add', '$set', '$remove'], { query: { access: 'write', rows: 'none', data: [[1]], bulk: true } }),
        $create: { query: { access: 'write', rows: 'one', data: [[1]] } },
      },
      // The methods that an association puts on an instance.
      patterns: [
        { name: '^get[A-Z]\\w*s$', member: { query: { access: 'read', rows: 'many', ofRow: true, related: true, size, filter: where } } },
        { name: '^get[A-Z]', member: { query: { access: 'read', rows: 'one', related: true, filter: where } } },
        { name: '^(count|has)[A-Z]', member: { query: { access: 'read', rows: 'value' } } },
        { name: '^(set|add|remove)[A-Z]', member: { query: { access: 'write', rows: 'none', data: [[0]], bulk: true } } },
        { name: '^create[A-Z]', member: { query: { access: 'write', rows: 'one', data: [[0]] } } },
      ],
    },
  },
  serializers: ['defaultScope', 'DefaultScope'],
  transactions: { by: 'option', how: 'open one with `sequelize.transaction(async (t) => …)`, and hand `{ transaction: t }` to both', options: ['transaction'], boundBy: 'useCLS', afterwards: 'hand it to `afterCommit` of the transaction' },
  remedy: {
    read: 'load the association with `include`, or use one `findAll` with `{ where: { id: { [Op.in]: ids } } }`',
    count: 'take the figures of all of them at once with `count` (or `findAll`) and `group`',
    write: 'use `bulkCreate` (with `updateOnDuplicate` for updates), or one `update` or `destroy` with `{ where: { id: ids } }`',
    size: '`limit`',
    change: '`increment()` or `decrement()`',
    hide: "`attributes: { exclude: ['{field}'] }`, a default scope, or a `toJSON` of the model",
    bind: 'write `:name` in the text, and give the value in `replacements` (or use `where` instead of `literal`)',
  },
  checksVersions: ['version', 'Version'],
  likeness: [
    {
      type: 'Model',
      receiver: 'model',
      methods: ['findByPk', 'findAndCountAll', 'findCreateFind', 'bulkCreate', 'findOrBuild'],
      withKeys: { methods: ['findAll', 'findOne', 'find', 'findOrCreate', 'destroy'], keys: ['where', 'attributes', 'include', 'paranoid'] },
    },
  ],
  hookCovers: {
    beforeValidate: ['create', 'save', 'update', 'findOrCreate', 'upsert'],
    beforeCreate: ['create', 'save', 'findOrCreate'],
    // A model's own `update` runs `beforeBulkUpdate` alone.
    beforeUpdate: ['save', 'Instance.update', 'Instance.updateAttributes'],
    beforeSave: ['create', 'save', 'Instance.update', 'Instance.updateAttributes', 'findOrCreate'],
    beforeUpsert: ['upsert'],
    beforeBulkCreate: ['bulkCreate'],
    beforeBulkUpdate: ['Model.update'],
  },
  driverErrors: ['BaseError', 'DatabaseError', 'UniqueConstraintError', 'ForeignKeyConstraintError', 'ExclusionConstraintError', 'UnknownConstraintError', 'TimeoutError', 'ConnectionError', 'ConnectionRefusedError', 'ConnectionTimedOutError', 'AccessDeniedError', 'HostNotFoundError', 'HostNotReachableError', 'InvalidConnectionError', 'OptimisticLockError', 'AggregateError', 'EmptyResultError', 'QueryError', 'BulkRecordError', 'EagerLoadingError', 'AssociationError', 'InstanceError', 'AsyncQueueError'],
  likelyNames: { sequelize: 'Sequelize' },
});
