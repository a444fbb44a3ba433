import middy from '@middy/core'
import jsonBodyParser from '@middy/http-json-body-parser'
import bcrypt from 'bcryptjs'
import { z } from 'zod'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { ulid } from 'ulid'
import { ddb } from '../../libs/dynamo'
import { json } from '../../libs/api-gateway'

const schema = z.object({ email: z.string().email(), password: z.string().min(8) })

const register = async (event: { body: unknown }) => {
  const result = schema.safeParse(event.body)
  if (!result.success) return json(400, { issues: result.error.issues })
  const { email, password } = result.data
  const id = ulid()
  try {
    await ddb.send(new PutCommand({ TableName: process.env.USERS_TABLE, Item: { id, email, password: await bcrypt.hash(password, 10) } })) // expect: no-db-in-controller/queryInController
  } catch (err) {
    if (err instanceof Error && err.name === 'ConditionalCheckFailedException') return json(409, { message: 'Already registered' })
    return json(500, { message: 'Could not register', detail: `${err}` }) // expect: no-raw-error-response/rawErrorObject
  }
  return json(201, { id })
}

export const handler = middy(register).use(jsonBodyParser())
