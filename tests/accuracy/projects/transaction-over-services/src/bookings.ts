import type { EntityManager } from 'typeorm';

export class Bookings {
  constructor(private readonly manager: EntityManager) {}

  async reserve(room: string, night: string): Promise<number> {
    const { identifiers } = await this.manager.insert('Booking', { room, night });
    return identifiers[0]!.id;
  }
}
