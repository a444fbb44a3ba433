import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class KitesService {
  private readonly prisma = new PrismaClient();

  page(take: number) {
    return this.prisma.kite.findMany({ take });
  }
}
