// why: a minimum is all that the base class of a query class checks
import { Controller, Get, Query } from '@nestjs/common';
import { PlantsQuery } from './plants.query';
import { PlantsService } from './plants.service';

@Controller('plants')
export class PlantsController {
  constructor(private readonly plants: PlantsService) {}

  @Get()
  list(@Query() query: PlantsQuery) {
    return this.plants.list(query.family, query.limit); // expect: require-pagination-cap/uncappedLimit
  }
}
