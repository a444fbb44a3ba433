import { BadRequestException, Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { CloseWalletsCommand } from './commands/close-wallets.handler'
import { ListWalletsQuery } from './queries/list-wallets.query'
import { ResetPasswordCommand } from '../users/commands/reset-password.handler'
import { RegisterUserCommand } from '../users/commands/register-user.handler'
import { Wallet } from './wallet.entity'

@Controller('wallets')
export class WalletsController {
  constructor(
    private readonly queryBus: QueryBus,
    private readonly commandBus: CommandBus,
    @InjectRepository(Wallet) private readonly wallets: Repository<Wallet>,
  ) {}

  @Get()
  list(@Query('take') take = 20, @Query('skip') skip = 0) {
    return this.queryBus.execute(new ListWalletsQuery(+take, +skip)) // missed: require-pagination-cap
  }

  @Get('mine')
  mine(@Query('owner') owner: number) {
    return this.wallets.findBy({ ownerId: owner }) // expect: no-db-in-controller/queryInController
  }

  @Post('close')
  async close(@Body('ids') ids: number[]) {
    try {
      await this.commandBus.execute(new CloseWalletsCommand(ids))
    } catch (error) {
      if (error instanceof BadRequestException) throw error
      throw new BadRequestException(error instanceof Error ? error.message : 'failed') // expect: no-raw-error-response/errorMessage
    }
  }

  @Post('users')
  register(@Body() body: { email: string; password: string }) {
    return this.commandBus.execute(new RegisterUserCommand(body.email, body.password))
  }

  @Post(':id/reset')
  reset(@Param('id') id: string, @Body('password') password: string) {
    return this.commandBus.execute(new ResetPasswordCommand(+id, password))
  }
}
