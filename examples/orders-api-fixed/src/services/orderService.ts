import type { OrderStatus } from '@prisma/client';
import { NotFoundError } from '@/lib/http';
import { paginated, type Page } from '@/lib/pagination';
import { customerRepository } from '../repositories/customerRepository';
import { orderRepository } from '../repositories/orderRepository';
import { productRepository } from '../repositories/productRepository';
import { customerService } from './customerService';

export interface OrderLine {
  productId: string;
  quantity: number;
}

class OrderService {
  async list(status: OrderStatus | undefined, page: Page) {
    const [orders, total] = await Promise.all([
      orderRepository.findPage(status, page),
      orderRepository.count(status),
    ]);
    const loyalty = await customerService.loyaltyByCustomer(orders.map((order) => order.customerId));

    const data = orders.map((order) => ({
      ...order,
      loyalty: loyalty.get(order.customerId) ?? { orders: 0, spentCents: 0 },
    }));
    return paginated(data, page, total);
  }

  async place(customerId: string, lines: OrderLine[]) {
    const [customer, products] = await Promise.all([
      customerRepository.findById(customerId),
      productRepository.findPrices(lines.map((line) => line.productId)),
    ]);
    if (!customer) {
      throw new NotFoundError('Customer');
    }
    const prices = new Map(products.map((product) => [product.id, product.priceCents]));

    const items = lines.map(({ productId, quantity }) => {
      const unitPriceCents = prices.get(productId);
      if (unitPriceCents === undefined) {
        throw new NotFoundError('Product');
      }
      return { productId, quantity, unitPriceCents };
    });
    const totalCents = items.reduce((sum, item) => sum + item.quantity * item.unitPriceCents, 0);

    return orderRepository.create(customerId, totalCents, items);
  }

  ship(orderIds: string[], carrier: string): Promise<number> {
    return orderRepository.markShipped(orderIds, carrier);
  }
}

export const orderService = new OrderService();
