import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common'
import { CreateUserDto } from './create-user.dto'
import { UsersService } from './users.service'
import { UsersRepository } from './users.repository'

@Controller('users')
export class UsersController {
  constructor(private readonly service: UsersService, private readonly repository: UsersRepository) {}

  @Post()
  create(@Body() dto: CreateUserDto) {
    return this.service.create(dto) // missed: no-sensitive-data-in-response
  }

  @Get()
  all() {
    return this.repository.find({}) // missed: require-pagination-cap
  }

  @Patch(':id/password')
  password(@Param('id') id: string, @Body('password') password: string) {
    return this.service.setPassword(id, password)
  }
}
