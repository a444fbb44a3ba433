import type { PrismaClient } from '@prisma/client';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { NotFoundError } from '@/lib/http';

const newProduct = z.object({
  name: z.string().min(1),
  description: z.string().default(''),
  priceCents: z.int().positive(),
});

export class ProductController {
  constructor(private readonly prisma: PrismaClient) {}

  list = async (_req: Request, res: Response): Promise<void> => {
    const products = await this.prisma.product.findMany({ orderBy: { name: 'asc' } });
    res.json({ data: products });
  };

  get = async (req: Request, res: Response): Promise<void> => {
    const product = await this.prisma.product.findUnique({ where: { id: req.params.id } });
    if (!product) {
      throw new NotFoundError('Product');
    }
    res.json({ data: product });
  };

  create = async (req: Request, res: Response): Promise<void> => {
    try {
      const data = newProduct.parse(req.body);
      const product = await this.prisma.product.create({ data });
      res.status(201).json({ data: product });
    } catch (err) {
      res.status(400).json({ error: (err as Error).message });
    }
  };
}
