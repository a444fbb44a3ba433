import middy from '@middy/core'
import httpErrorHandler from '@middy/http-error-handler'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { ddb, TABLE } from '../../libs/dynamo'
import { json } from '../../libs/api-gateway'

const getOrder = async (event: APIGatewayProxyEvent) => {
  const { Item } = await ddb.send(new GetCommand({ TableName: TABLE, Key: { pk: `ORDER#${event.pathParameters!.id}` } })) // expect: no-db-in-controller/queryInController
  if (!Item) return json(404, { message: 'Order not found' })
  return json(200, Item)
}

export const handler = middy(getOrder).use(httpErrorHandler())
