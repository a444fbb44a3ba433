import type { SQSHandler } from 'aws-lambda'
import { OrderRepository } from '../../repositories/order-repository'

const orders = new OrderRepository()

export const handler: SQSHandler = async (event) => {
  for (const record of event.Records) {
    const { orderId } = JSON.parse(record.body)
    await orders.markShipped(orderId) // expect: no-n-plus-one/writeInLoop
  }
}
