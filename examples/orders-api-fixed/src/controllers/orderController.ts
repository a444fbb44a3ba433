import { OrderStatus } from '@prisma/client';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { readPage } from '@/lib/pagination';
import { orderRepository } from '../repositories/orderRepository';
import { orderService } from '../services/orderService';

const orderFilter = z.object({ status: z.enum(OrderStatus).optional() });

const newOrder = z.object({
  customerId: z.uuid(),
  lines: z.array(z.object({ productId: z.uuid(), quantity: z.int().positive() })).min(1).max(100),
});

const shipment = z.object({
  orderIds: z.array(z.uuid()).min(1).max(100),
  carrier: z.string().min(1),
});

export async function listOrders(req: Request, res: Response): Promise<void> {
  const { status } = orderFilter.parse(req.query);
  res.json(await orderService.list(status, readPage(req.query)));
}

export async function listOrdersToPick(_req: Request, res: Response): Promise<void> {
  const orders = await orderRepository.findPage('PENDING', { page: 1, limit: 10 });
  res.json({ data: orders });
}

export async function listCustomerOrders(req: Request, res: Response): Promise<void> {
  const orders = await orderRepository.findRecentForCustomer(req.params.id);
  res.json({ data: orders });
}

export async function placeOrder(req: Request, res: Response): Promise<void> {
  const { customerId, lines } = newOrder.parse(req.body);
  const order = await orderService.place(customerId, lines);
  res.status(201).json({ data: order });
}

export async function shipOrders(req: Request, res: Response): Promise<void> {
  const { orderIds, carrier } = shipment.parse(req.body);
  const shipped = await orderService.ship(orderIds, carrier);
  res.status(201).json({ data: { shipped, carrier } });
}
