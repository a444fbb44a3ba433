// why: a query class inherits the maximum of its base class
import { Controller, Get, Query } from '@nestjs/common';
import { PlantsQuery } from './plants.query';
import { PlantsService } from './plants.service';

@Controller('plants')
export class PlantsController {
  constructor(private readonly plants: PlantsService) {}

  @Get()
  list(@Query() query: PlantsQuery) {
    return this.plants.list(query);
  }
}
