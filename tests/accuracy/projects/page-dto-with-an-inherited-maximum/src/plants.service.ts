import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { PlantsQuery } from './plants.query';

@Injectable()
export class PlantsService {
  constructor(private readonly prisma: PrismaClient) {}

  list({ family, limit }: PlantsQuery) {
    return this.prisma.plant.findMany({ where: { family }, take: limit });
  }
}
