import { all, defineLibrary, type QueryShape } from '../vocabulary.js';

/** A command holds its query until a client sends it. */
const command = (query: QueryShape) => ({ constructs: 'Command', query }) as const;
const key = [[0, 'Key']] as const;

const operations = {
  get: { access: 'read', rows: 'one', filter: key },
  query: { access: 'read', rows: 'many', size: [[0, 'Limit']], filter: [[0, 'ExpressionAttributeValues']] },
  scan: { access: 'read', rows: 'many', size: [[0, 'Limit']], filter: [[0, 'ExpressionAttributeValues']] },
  batchGet: { access: 'read', rows: 'many', filter: [[0, 'RequestItems']], bulk: true },
  transactGet: { access: 'read', rows: 'many', filter: [[0, 'TransactItems']], bulk: true },
  put: { access: 'write', rows: 'value', data: [[0, 'Item']] },
  update: { access: 'write', rows: 'value', filter: key, data: [[0, 'ExpressionAttributeValues']], expression: [0, 'UpdateExpression'] },
  delete: { access: 'write', rows: 'value', filter: key },
  batchWrite: { access: 'write', rows: 'value', data: [[0, 'RequestItems']], bulk: true },
  transactWrite: { access: 'write', rows: 'value', data: [[0, 'TransactItems']], bulk: true },
} as const satisfies Record<string, QueryShape>;
/** `get` is `GetItemCommand` of the plain client, and `GetCommand` of the document client. */
const plain = { get: 'getItem', query: 'query', scan: 'scan', batchGet: 'batchGetItem', transactGet: 'transactGetItems', put: 'putItem', update: 'updateItem', delete: 'deleteItem', batchWrite: 'batchWriteItem', transactWrite: 'transactWriteItems' } as const;
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const entries = Object.entries(operations) as [keyof typeof operations, QueryShape][];

export const dynamodb = defineLibrary({
  name: 'DynamoDB',
  kind: 'database',
  packages: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'],
  versions: '3',
  exports: {
    DynamoDBClient: { type: 'ClientClass' },
    DynamoDBDocumentClient: { type: 'ClientClass' },
    DynamoDB: { type: 'PlainClass' },
    DynamoDBDocument: { type: 'DocumentClass' },
    ...Object.fromEntries(entries.flatMap(([name, query]) => [[`${capital(name)}Command`, command(query)], [`${capital(plain[name])}Command`, command(query)]] as const)),
    ...all(['ExecuteStatementCommand', 'BatchExecuteStatementCommand'], command({ access: 'sql', rows: 'many', sql: [0, 'Statement'] })),
    ...all(['paginateQuery', 'paginateScan'], { harmless: 'reads page by page' }),
  },
  types: {
    ClientClass: { extends: 'Client', construct: { returns: 'Client' }, members: { from: { returns: 'Client' } } },
    PlainClass: { extends: 'Plain', construct: { returns: 'Plain' } },
    DocumentClass: { extends: 'Document', members: { from: { returns: 'Document' } } },
    Command: { lazy: 'call' },
    /** What `send` asks, its command says. */
    Client: { client: 'client', members: { send: { runs: [0], query: { access: 'read', rows: 'value', callback: true } }, destroy: { harmless: 'closes a connection' } } },
    Plain: { extends: 'Client', client: 'client', members: Object.fromEntries(entries.map(([name, query]) => [plain[name], { query }] as const)) },
    Document: { extends: 'Client', client: 'client', members: Object.fromEntries(entries.map(([name, query]) => [name, { query }] as const)) },
  },
  resultRows: 'Items',
  remedy: {
    read: 'use `BatchGetCommand`, or one `QueryCommand` on the partition key',
    write: 'use `BatchWriteCommand` or `TransactWriteCommand`',
    size: '`Limit`',
    change: '`ADD` in the update expression',
  },
  driverErrors: ['DynamoDBServiceException', 'ConditionalCheckFailedException', 'ResourceNotFoundException', 'TransactionCanceledException', 'ProvisionedThroughputExceededException'],
});
