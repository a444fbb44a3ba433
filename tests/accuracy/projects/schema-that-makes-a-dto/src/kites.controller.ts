// why: a class that is made of a schema has the schema's bounds
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { KitesService } from './kites.service';

class PageDto extends createZodDto(z.object({ limit: z.coerce.number().max(50) })) {}
class LoosePageDto extends createZodDto(z.object({ limit: z.coerce.number().min(1) })) {}

@Controller('kites')
export class KitesController {
  constructor(private readonly kites: KitesService) {}

  @Get()
  page(@Query() { limit }: PageDto) {
    return this.kites.page(limit);
  }

  @Get('loose')
  loosePage(@Query() { limit }: LoosePageDto) {
    return this.kites.page(limit); // expect: require-pagination-cap/uncappedLimit
  }
}
