// why: a command that is sent for each key is a round trip for each
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function products(ids: string[]) {
  const found = [];
  for (const id of ids) {
    const { Item } = await client.send(new GetCommand({ TableName: 'products', Key: { id } })); // expect: no-n-plus-one/queryInLoop
    if (Item) found.push(Item);
  }
  return found;
}
