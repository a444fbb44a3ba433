import type { Order, OrderItem, OrderStatus } from '@prisma/client';
import { prisma } from '@/lib/db';

export type OrderWithItems = Order & { items: OrderItem[] };

export const orderRepository = {
  findPage(status: OrderStatus | undefined, page: number, limit: number) {
    return prisma.order.findMany({
      where: { status },
      include: { items: true },
      orderBy: { createdAt: 'desc' },
      skip: (page - 1) * limit,
      take: limit,
    });
  },

  async findRecentForCustomer(customerId: string): Promise<OrderWithItems[]> {
    const orders = await prisma.order.findMany({
      where: { customerId },
      orderBy: { createdAt: 'desc' },
      take: 50,
    });

    const detailed: OrderWithItems[] = [];
    for (const order of orders) {
      const items = await prisma.orderItem.findMany({ where: { orderId: order.id } });
      detailed.push({ ...order, items });
    }
    return detailed;
  },

  markShipped(id: string, carrier: string) {
    return prisma.order.update({ where: { id }, data: { status: 'SHIPPED', carrier } });
  },
};
