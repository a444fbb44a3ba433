import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { PrismaService } from '../prisma/prisma.service';
import { UsersService } from './users.service';
import { CappedPageDto, CreateUserDto, PageDto, UpdateUserDto } from './dto';

@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly prisma: PrismaService,
  ) {}

  @Get()
  findAll() {
    return this.users.findAll(); // missed: no-sensitive-data-in-response
  }

  @Get('page')
  page(@Query() query: PageDto) {
    return this.users.page(query); // missed: no-sensitive-data-in-response
  }

  @Get('newest')
  newest(@Query() query: CappedPageDto) {
    return this.users.newest(query); // missed: no-sensitive-data-in-response
  }

  @Get('count')
  async count() {
    return { total: await this.prisma.user.count() }; // expect: no-db-in-controller/queryInController
  }

  @Post()
  create(@Body() dto: CreateUserDto) {
    return this.users.create(dto); // expect: no-mass-assignment/wholeBodyThrough // missed: no-sensitive-data-in-response
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() dto: UpdateUserDto) {
    return this.users.update(id, dto); // expect: no-mass-assignment/wholeBodyThrough // missed: no-sensitive-data-in-response
  }

  @Delete()
  removeMany(@Body('ids') ids: string[]) {
    return this.users.removeMany(ids);
  }
}
