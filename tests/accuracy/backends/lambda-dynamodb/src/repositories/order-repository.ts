import { BatchGetCommand, BatchWriteCommand, GetCommand, PutCommand, QueryCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ddb, TABLE } from '../libs/dynamo'

export interface Order { id: string; customerId: string; total: number; productIds: string[] }

export class OrderRepository {
  async get(id: string) {
    const { Item } = await ddb.send(new GetCommand({ TableName: TABLE, Key: { pk: `ORDER#${id}` } }))
    return Item as Order | undefined
  }

  async put(order: Order) {
    await ddb.send(new PutCommand({ TableName: TABLE, Item: { pk: `ORDER#${order.id}`, ...order } }))
  }

  async byCustomer(customerId: string, limit: number) {
    const { Items } = await ddb.send(
      new QueryCommand({
        TableName: TABLE,
        IndexName: 'customer',
        KeyConditionExpression: 'customerId = :c',
        ExpressionAttributeValues: { ':c': customerId },
        Limit: limit,
      }),
    )
    return (Items ?? []) as Order[]
  }

  async all() {
    const { Items } = await ddb.send(new ScanCommand({ TableName: TABLE })) // missed: require-pagination-cap
    return Items as Order[]
  }

  async allPages() {
    const items: Order[] = []
    let ExclusiveStartKey: Record<string, unknown> | undefined
    do {
      const page = await ddb.send(new ScanCommand({ TableName: TABLE, ExclusiveStartKey }))
      items.push(...((page.Items ?? []) as Order[]))
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
    return items
  }

  async products(ids: string[]) {
    return Promise.all(ids.map((id) => ddb.send(new GetCommand({ TableName: TABLE, Key: { pk: `PRODUCT#${id}` } })))) // expect: no-n-plus-one/queryInLoop
  }

  async productsBatched(ids: string[]) {
    const { Responses } = await ddb.send(new BatchGetCommand({ RequestItems: { [TABLE]: { Keys: ids.map((id) => ({ pk: `PRODUCT#${id}` })) } } }))
    return Responses?.[TABLE] ?? []
  }

  async putAll(orders: Order[]) {
    for (let i = 0; i < orders.length; i += 25) {
      const chunk = orders.slice(i, i + 25)
      await ddb.send(new BatchWriteCommand({ RequestItems: { [TABLE]: chunk.map((Item) => ({ PutRequest: { Item } })) } }))
    }
  }

  async markShipped(id: string) {
    await ddb.send(
      new UpdateCommand({ TableName: TABLE, Key: { pk: `ORDER#${id}` }, UpdateExpression: 'SET shipped = :t', ExpressionAttributeValues: { ':t': true } }),
    )
  }
}
