import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Reservation } from './reservation.entity';
import { ReservationsPort } from './reservations.port';

@Injectable()
export class TypeOrmReservations implements ReservationsPort {
  constructor(@InjectRepository(Reservation) private readonly rows: Repository<Reservation>) {}

  async release(id: string) {
    await this.rows.update({ id }, { released: true });
  }

  async releaseAll(ids: string[]) {
    await this.rows.update({ id: In(ids) }, { released: true });
  }
}
