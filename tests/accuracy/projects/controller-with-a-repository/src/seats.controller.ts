// why: a repository that is injected into a controller brings the queries into it
import { Controller, Get, Param } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Seat } from './seat.entity';

@Controller('seats')
export class SeatsController {
  constructor(@InjectRepository(Seat) private readonly seats: Repository<Seat>) {}

  @Get(':id')
  async one(@Param('id') id: string) {
    const seat = await this.seats.findOneBy({ id: Number(id) }); // expect: no-db-in-controller/queryInController
    return seat ?? { free: true };
  }
}
