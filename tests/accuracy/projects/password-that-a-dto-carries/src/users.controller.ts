// why: a hash that takes the place of the password in a DTO is what is stored
import { Body, Controller, Param, Patch } from '@nestjs/common';
import { UpdateUserDto } from './update-user.dto';
import { UpdateUser } from './update-user';

@Controller('users')
export class UsersController {
  constructor(private readonly updateUser: UpdateUser) {}

  @Patch(':id')
  async update(@Param('id') id: string, @Body() dto: UpdateUserDto) {
    await this.updateUser.run(id, dto);
    return { id };
  }
}
