// why: a DTO that a controller hands on whole takes its password along
import { Body, Controller, Post } from '@nestjs/common';
import { CreateUserDto } from './create-user.dto';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post()
  async create(@Body() dto: CreateUserDto) {
    const { id } = await this.users.create(dto); // expect: no-mass-assignment/wholeBodyThrough
    return { id };
  }
}
