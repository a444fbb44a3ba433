import { Body, Controller, Post } from '@nestjs/common';
import { MembersService } from './members.service';

@Controller('members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Post()
  async register(@Body() body: { email: string; password: string }) {
    const { id } = await this.members.register(body);
    return { id };
  }
}
