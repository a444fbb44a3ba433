// why: a class that two others are mixed into keeps the maximum of one of them
import { Controller, Get, Query } from '@nestjs/common';
import { IntersectionType } from '@nestjs/swagger';
import { FilmsService } from './films.service';
import { PageDto, SortDto } from './page.dto';

class FilmsDto extends IntersectionType(PageDto, SortDto) {}

@Controller('films')
export class FilmsController {
  constructor(private readonly films: FilmsService) {}

  @Get()
  list(@Query() query: FilmsDto) {
    return this.films.list(query.limit, query.sort);
  }
}
