import type { OrderStatus } from '@prisma/client';
import { prisma } from '@/lib/db';
import type { Page } from '@/lib/pagination';

export interface NewOrderItem {
  productId: string;
  quantity: number;
  unitPriceCents: number;
}

export const orderRepository = {
  findPage(status: OrderStatus | undefined, { page, limit }: Page) {
    return prisma.order.findMany({
      where: { status },
      include: { items: true },
      orderBy: { createdAt: 'desc' },
      skip: (page - 1) * limit,
      take: limit,
    });
  },

  count(status: OrderStatus | undefined) {
    return prisma.order.count({ where: { status } });
  },

  findRecentForCustomer(customerId: string) {
    return prisma.order.findMany({
      where: { customerId },
      include: { items: true },
      orderBy: { createdAt: 'desc' },
      take: 50,
    });
  },

  totalShippedByCustomer(customerIds: string[]) {
    return prisma.order.groupBy({
      by: ['customerId'],
      where: { customerId: { in: customerIds }, status: 'SHIPPED' },
      _count: true,
      _sum: { totalCents: true },
    });
  },

  create(customerId: string, totalCents: number, items: NewOrderItem[]) {
    return prisma.order.create({
      data: { customerId, totalCents, items: { create: items } },
      include: { items: true },
    });
  },

  async markShipped(ids: string[], carrier: string): Promise<number> {
    const { count } = await prisma.order.updateMany({
      where: { id: { in: ids }, status: 'PENDING' },
      data: { status: 'SHIPPED', carrier },
    });
    return count;
  },
};
