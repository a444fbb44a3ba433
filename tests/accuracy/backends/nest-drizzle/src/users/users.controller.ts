import { Body, Controller, Param, Post, Put } from '@nestjs/common'
import { NewUser, UsersService } from './users.service'

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post()
  create(@Body() body: NewUser) {
    return this.users.create(body) // expect: no-mass-assignment/wholeBodyThrough
  }

  @Post('import')
  import(@Body() body: NewUser) {
    return this.users.import(body) // expect: no-mass-assignment/wholeBodyThrough
  }

  @Put(':id/password')
  setPassword(@Param('id') id: number, @Body('password') password: string) {
    return this.users.setPassword(id, password)
  }
}
