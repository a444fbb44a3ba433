import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'

export const json = (statusCode: number, body: unknown): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

export const safe = (fn: (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>) => async (event: APIGatewayProxyEvent) => {
  try {
    return await fn(event)
  } catch (error) {
    console.error(error)
    return json(500, { message: 'Internal error', error }) // expect: no-raw-error-response/rawErrorObject
  }
}
