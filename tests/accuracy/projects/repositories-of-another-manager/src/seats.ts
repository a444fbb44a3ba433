import { InjectRepository } from '@nestjs/typeorm';
import { EntityManager, Repository } from 'typeorm';
import { Seat } from './booking.entity';

export class Seats {
  constructor(@InjectRepository(Seat) private readonly seats: Repository<Seat>) {}

  take(number: number, manager: EntityManager) {
    return manager.update(Seat, { number }, { used: 1 });
  }

  count(number: number) {
    return this.seats.increment({ number }, 'used', 1);
  }
}
