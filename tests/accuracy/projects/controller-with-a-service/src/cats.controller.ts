// why: a controller that asks a service is what a controller should be
import { Controller, Get, Param } from '@nestjs/common';
import { CatsService } from './cats.service';

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get(':id')
  one(@Param('id') id: string) {
    return this.cats.one(id);
  }
}
