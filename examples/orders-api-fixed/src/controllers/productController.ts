import type { Request, Response } from 'express';
import { z } from 'zod';
import { NotFoundError } from '@/lib/http';
import { paginated, readPage } from '@/lib/pagination';
import type { ProductRepository } from '@/repositories/productRepository';

const newProduct = z.object({
  name: z.string().min(1),
  description: z.string().default(''),
  priceCents: z.int().positive(),
});

export class ProductController {
  constructor(private readonly products: ProductRepository) {}

  list = async (req: Request, res: Response): Promise<void> => {
    const page = readPage(req.query);
    const [products, total] = await Promise.all([
      this.products.findPage(page),
      this.products.count(),
    ]);
    res.json(paginated(products, page, total));
  };

  get = async (req: Request, res: Response): Promise<void> => {
    const product = await this.products.findById(req.params.id);
    if (!product) {
      throw new NotFoundError('Product');
    }
    res.json({ data: product });
  };

  create = async (req: Request, res: Response): Promise<void> => {
    const product = await this.products.create(newProduct.parse(req.body));
    res.status(201).json({ data: product });
  };
}
