import { PrismaClient } from '@prisma/client';

export class EventService {
  constructor(private prisma: PrismaClient) {}

  async list({ pageIndex, pageSize, query }: { pageIndex: number; pageSize: number; query?: string }) {
    const where = query ? { title: { contains: query } } : {};
    const [events, total] = await this.prisma.$transaction([
      this.prisma.event.findMany({ where, take: pageSize, skip: pageIndex * pageSize }), // expect: require-pagination-cap/uncappedLimit
      this.prisma.event.count({ where }),
    ]);
    return { events, total };
  }

  async upcoming(max: number) {
    return this.prisma.event.findMany({ where: { startsAt: { gt: new Date() } }, take: max });
  }

  async venues() {
    return this.prisma.venue.findMany({ include: { city: true } }); // expect: require-pagination-cap/unboundedList
  }

  async attendees(eventId: string) {
    return this.prisma.attendee.findMany({ where: { eventId } });
  }

  async checkInAll(eventId: string, badges: string[]) {
    const missing: string[] = [];
    await Promise.all(
      badges.map(async (badge) => {
        const attendee = await this.prisma.attendee.findFirst({ where: { eventId, badge } }); // expect: no-n-plus-one/queryInLoop
        if (!attendee) {
          missing.push(badge);
          return;
        }
        await this.prisma.checkIn.create({ data: { attendeeId: attendee.id } }); // expect: no-n-plus-one/writeInLoop
      }),
    );
    return missing;
  }

  async slug(title: string) {
    let slug = title.toLowerCase();
    let n = 1;
    while (await this.prisma.event.findUnique({ where: { slug } })) {
      slug = `${title.toLowerCase()}-${n++}`;
    }
    return slug;
  }
}
