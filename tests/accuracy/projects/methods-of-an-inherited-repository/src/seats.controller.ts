// why: a class that extends a library's repository is the app's own, with the methods that it has from there
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { SeatRepository } from './seat.repository';

@Controller('seats')
export class SeatsController {
  constructor(private readonly seats: SeatRepository) {}

  @Get()
  free() {
    return this.seats.free();
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const seat = await this.seats.findOneBy({ id: Number(id) });
    if (!seat) throw new NotFoundException('There is no such seat.');
    return { id: seat.id, taken: seat.taken };
  }
}
