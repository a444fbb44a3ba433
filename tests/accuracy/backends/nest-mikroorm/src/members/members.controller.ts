import { Body, ConflictException, Controller, Param, Post } from '@nestjs/common'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import { MembersService } from './members.service'

@Controller('members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Post()
  async join(@Body() body: { email: string; password: string }) {
    try {
      const { id } = await this.members.join(body.email, body.password)
      return { id }
    } catch (e) {
      if (e instanceof UniqueConstraintViolationException) throw new ConflictException('E-mail already in use')
      throw e
    }
  }

  @Post('staff')
  hire(@Body() body: { email: string; password: string }) {
    return this.members.hire(body.email, body.password)
  }

  @Post(':id/force')
  force(@Param('id') id: string, @Body('password') password: string) {
    return this.members.forcePassword(+id, password)
  }
}
