import { CommandHandler, ICommandHandler } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { User } from '../user.entity'

export class ResetPasswordCommand {
  constructor(readonly userId: number, readonly password: string) {}
}

@CommandHandler(ResetPasswordCommand)
export class ResetPasswordHandler implements ICommandHandler<ResetPasswordCommand> {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  async execute({ userId, password }: ResetPasswordCommand) {
    await this.users.update(userId, { password }) // missed: no-unhashed-password
  }
}
