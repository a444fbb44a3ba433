// why: Each step of a deletion may fail without anyone hearing of it, also where another service does it
import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';
import { VisitService } from './visit.service';

@Injectable()
export class ForgetService {
  constructor(private readonly prisma: PrismaService, private readonly visits: VisitService) {}

  async forget(memberId: string) {
    try {
      await this.prisma.membership.deleteMany({ where: { memberId } });
    } catch {} // expect: no-swallowed-error/swallowedError

    try {
      await this.visits.forget(memberId);
    } catch (error) { // expect: no-swallowed-error/swallowedError
      return undefined;
    }

    return this.prisma.member.delete({ where: { id: memberId } });
  }
}
