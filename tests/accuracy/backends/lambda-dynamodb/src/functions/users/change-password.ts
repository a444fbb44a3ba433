import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ddb } from '../../libs/dynamo'
import { json, safe } from '../../libs/api-gateway'

export const handler = safe(async (event) => {
  const { password } = JSON.parse(event.body ?? '{}')
  const userId = event.requestContext.authorizer!.principalId
  await ddb.send( // missed: no-db-in-controller
    new UpdateCommand({
      TableName: process.env.USERS_TABLE,
      Key: { id: userId },
      UpdateExpression: 'SET password = :p',
      ExpressionAttributeValues: { ':p': password }, // expect: no-unhashed-password/plaintext
    }),
  )
  return json(204, null)
})
