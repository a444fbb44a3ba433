// why: a class that a function makes has the maximum that the function gives it
import { Controller, Get, Query } from '@nestjs/common';
import { pageDto } from './page.dto';
import { ReelsService } from './reels.service';

class ReelsDto extends pageDto(50) {}

@Controller('reels')
export class ReelsController {
  constructor(private readonly reels: ReelsService) {}

  @Get()
  list(@Query() query: ReelsDto) {
    return this.reels.list(query.limit);
  }
}
