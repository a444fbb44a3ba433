// why: what is saved comes back as it was handed in, without what was deleted from it before
import { Body, Controller, Param, Patch, Post, Put } from '@nestjs/common';
import { MembersService } from './members.service';
import { UpdateMemberDto } from './update-member.dto';

@Controller('members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Put(':id')
  update(@Param('id') id: number, @Body() dto: UpdateMemberDto) {
    return this.members.update(id, dto); // expect: no-mass-assignment/wholeBodyThrough
  }

  @Patch(':id')
  rename(@Param('id') id: number, @Body('name') name: string) {
    return this.members.rename(id, name); // expect: no-sensitive-data-in-response/sensitiveRow
  }

  @Post()
  register(@Body('name') name: string, @Body('passwordHash') passwordHash: string) {
    return this.members.register(name, passwordHash);
  }
}
