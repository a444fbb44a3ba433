// why: a command that takes a hundred keys is sent once a hundred
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function products(ids: string[]) {
  const found = [];
  for (let from = 0; from < ids.length; from += 100) {
    const Keys = ids.slice(from, from + 100).map((id) => ({ id }));
    const { Responses } = await client.send(new BatchGetCommand({ RequestItems: { products: { Keys } } }));
    found.push(...(Responses?.products ?? []));
  }
  return found;
}
