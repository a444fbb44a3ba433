import type { APIGatewayProxyHandler } from 'aws-lambda'
import { json } from '../../libs/api-gateway'
import { OrderRepository } from '../../repositories/order-repository'

const orders = new OrderRepository()

export const handler: APIGatewayProxyHandler = async (event) => {
  const customerId = event.requestContext.authorizer?.principalId
  const limit = Number(event.queryStringParameters?.limit ?? 25)
  try {
    return json(200, await orders.byCustomer(customerId, limit)) // expect: require-pagination-cap/uncappedLimit
  } catch (e: any) {
    return { statusCode: 500, body: JSON.stringify({ message: e.message }) } // expect: no-raw-error-response/errorMessage
  }
}

export const top: APIGatewayProxyHandler = async (event) => {
  const customerId = event.requestContext.authorizer?.principalId
  const limit = Math.min(50, Number(event.queryStringParameters?.limit ?? 25))
  return json(200, await orders.byCustomer(customerId, limit))
}
