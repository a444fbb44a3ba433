import { PrismaService } from '../prisma/prisma.service';

export abstract class BaseService<T> {
  protected abstract get model(): any;

  constructor(protected readonly prisma: PrismaService) {}

  findById(id: string): Promise<T | null> {
    return this.model.findUnique({ where: { id } });
  }

  findAll(): Promise<T[]> {
    return this.model.findMany(); // missed: require-pagination-cap
  }

  remove(id: string): Promise<T> {
    return this.model.delete({ where: { id } });
  }
}
