import { prisma } from '@/lib/db';
import { NotFoundError } from '@/lib/http';
import { orderRepository } from '../repositories/orderRepository';

export interface OrderLine {
  productId: string;
  quantity: number;
}

class OrderService {
  async place(customerId: string, lines: OrderLine[]) {
    const products = await prisma.product.findMany({
      where: { id: { in: lines.map((line) => line.productId) } },
    });
    const prices = new Map(products.map((product) => [product.id, product.priceCents]));

    const items = lines.map(({ productId, quantity }) => {
      const unitPriceCents = prices.get(productId);
      if (unitPriceCents === undefined) {
        throw new NotFoundError('Product');
      }
      return { productId, quantity, unitPriceCents };
    });
    const totalCents = items.reduce((sum, item) => sum + item.quantity * item.unitPriceCents, 0);

    return prisma.order.create({
      data: { customerId, totalCents, items: { create: items } },
      include: { items: true },
    });
  }

  async ship(orderIds: string[], carrier: string): Promise<void> {
    for (const orderId of orderIds) {
      await orderRepository.markShipped(orderId, carrier);
    }
  }
}

export const orderService = new OrderService();
