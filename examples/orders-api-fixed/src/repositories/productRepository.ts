import type { PrismaClient } from '@prisma/client';
import { prisma } from '@/lib/db';
import type { Page } from '@/lib/pagination';

export interface NewProduct {
  name: string;
  description: string;
  priceCents: number;
}

export class ProductRepository {
  constructor(private readonly prisma: PrismaClient) {}

  findPage({ page, limit }: Page) {
    return this.prisma.product.findMany({
      orderBy: { name: 'asc' },
      skip: (page - 1) * limit,
      take: limit,
    });
  }

  count() {
    return this.prisma.product.count();
  }

  findById(id: string) {
    return this.prisma.product.findUnique({ where: { id } });
  }

  findPrices(ids: string[]) {
    return this.prisma.product.findMany({
      where: { id: { in: ids } },
      select: { id: true, priceCents: true },
    });
  }

  create({ name, description, priceCents }: NewProduct) {
    return this.prisma.product.create({ data: { name, description, priceCents } });
  }
}

export const productRepository = new ProductRepository(prisma);
