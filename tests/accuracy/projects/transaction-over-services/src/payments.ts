import type { EntityManager } from 'typeorm';

export class Payments {
  constructor(private readonly manager: EntityManager) {}

  async charge(bookingId: number, cents: number) {
    await this.manager.insert('Payment', { bookingId, cents });
  }
}
