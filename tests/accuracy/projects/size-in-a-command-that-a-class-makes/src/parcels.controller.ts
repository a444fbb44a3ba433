import { Controller, Get, Query } from '@nestjs/common';
import { ListParcels } from './command';
import { ListParcelsHandler } from './list-parcels';

@Controller('parcels')
export class ParcelsController {
  constructor(private readonly handler: ListParcelsHandler) {}

  @Get()
  list(@Query() query: { depot: string; limit?: string }) {
    return this.handler.execute(
      ListParcels.create({
        depot: query.depot,
        limit: Number(query.limit || '50'), // expect: require-pagination-cap/uncappedLimit
      }),
    );
  }

  @Get('few')
  few(@Query() query: { depot: string; limit?: string }) {
    return this.handler.execute(ListParcels.create({ depot: query.depot, limit: Math.min(Number(query.limit || '50'), 100) }));
  }
}
