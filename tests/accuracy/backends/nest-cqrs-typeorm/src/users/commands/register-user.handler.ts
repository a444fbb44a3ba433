import { CommandHandler, ICommandHandler } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import * as bcrypt from 'bcryptjs'
import { User } from '../user.entity'

export class RegisterUserCommand {
  constructor(readonly email: string, readonly password: string) {}
}

@CommandHandler(RegisterUserCommand)
export class RegisterUserHandler implements ICommandHandler<RegisterUserCommand> {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  async execute({ email, password }: RegisterUserCommand) {
    const user = this.users.create({ email, password: await bcrypt.hash(password, 12) })
    await this.users.save(user)
    return user.id
  }
}
