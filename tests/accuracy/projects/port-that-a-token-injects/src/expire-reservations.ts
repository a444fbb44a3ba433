// why: a token injects an interface, and one class implements it
import { Inject, Injectable } from '@nestjs/common';
import { RESERVATIONS, ReservationsPort } from './reservations.port';

@Injectable()
export class ExpireReservations {
  constructor(@Inject(RESERVATIONS) private readonly reservations: ReservationsPort) {}

  async run(ids: string[]) {
    for (const id of ids) {
      await this.reservations.release(id); // expect: no-n-plus-one/writeInLoop
    }
  }

  async runAtOnce(ids: string[]) {
    await this.reservations.releaseAll(ids);
  }
}
