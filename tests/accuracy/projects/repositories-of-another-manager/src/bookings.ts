// why: injected repositories write beside the manager of the callback
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, EntityManager, Repository } from 'typeorm';
import { Booking } from './booking.entity';
import { Seats } from './seats';

export class Bookings {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @InjectRepository(Booking) private readonly bookings: Repository<Booking>,
    private readonly seats: Seats,
  ) {}

  async book(seat: number) {
    return this.source.transaction(async (manager) => {
      const booking = await manager.save(Booking, { seat });
      await this.seats.take(seat, manager);
      await this.seats.count(seat); // expect: no-outer-client-in-transaction/outerHelper
      await this.bookings.update({ seat }, { taken: true }); // expect: no-outer-client-in-transaction/outerClient
      return booking;
    });
  }

  async rebook(seat: number) {
    await this.bookings.update({ seat }, { taken: false });
    return this.source.transaction((manager) => this.move(seat, manager));
  }

  private async move(seat: number, manager: EntityManager) {
    await manager.getRepository(Booking).update({ seat }, { moved: true });
  }
}
