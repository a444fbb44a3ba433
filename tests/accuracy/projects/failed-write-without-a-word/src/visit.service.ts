import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';

@Injectable()
export class VisitService {
  constructor(private readonly prisma: PrismaService) {}

  async forget(memberId: string) {
    await this.prisma.visit.deleteMany({ where: { memberId } });
  }
}
