import type { OrderStatus } from '@prisma/client';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { sendError } from '@/lib/http';
import { readPage } from '@/lib/pagination';
import { orderRepository } from '../repositories/orderRepository';
import { customerService } from '../services/customerService';
import { orderService } from '../services/orderService';

const newOrder = z.object({
  customerId: z.uuid(),
  lines: z.array(z.object({ productId: z.uuid(), quantity: z.int().positive() })).min(1),
});

const shipment = z.object({ orderIds: z.array(z.uuid()).min(1), carrier: z.string().min(1) });

export async function listOrders(req: Request, res: Response): Promise<void> {
  const { page, limit } = readPage(req.query);
  const status = req.query.status as OrderStatus | undefined;
  const orders = await orderRepository.findPage(status, page, limit);

  const data = await Promise.all(
    orders.map(async (order) => {
      const loyalty = await customerService.loyaltyOf(order.customerId);
      return { ...order, loyalty };
    }),
  );
  res.json({ data, meta: { page, limit } });
}

export async function listOrdersToPick(_req: Request, res: Response): Promise<void> {
  const orders = await orderRepository.findPage('PENDING', 1, 10);
  res.json({ data: orders });
}

export async function listCustomerOrders(req: Request, res: Response): Promise<void> {
  const orders = await orderRepository.findRecentForCustomer(req.params.id);
  res.json({ data: orders });
}

export async function placeOrder(req: Request, res: Response): Promise<void> {
  try {
    const { customerId, lines } = newOrder.parse(req.body);
    const order = await orderService.place(customerId, lines);
    res.status(201).json({ data: order });
  } catch (err) {
    req.log.error({ err }, 'could not place order');
    sendError(res, 400, err);
  }
}

export async function shipOrders(req: Request, res: Response): Promise<void> {
  try {
    const { orderIds, carrier } = shipment.parse(req.body);
    await orderService.ship(orderIds, carrier);
    res.status(201).json({ data: { orderIds, carrier } });
  } catch (err) {
    req.log.error({ err }, 'could not ship orders');
    sendError(res, 500, err);
  }
}
