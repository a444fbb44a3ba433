import { Injectable, UnauthorizedException } from '@nestjs/common'
import * as bcrypt from 'bcrypt'
import { UsersRepository } from './users.repository'
import { CreateUserDto } from './create-user.dto'

@Injectable()
export class UsersService {
  constructor(private readonly users: UsersRepository) {}

  create(dto: CreateUserDto) {
    return this.users.create(dto)
  }

  async setPassword(id: string, password: string) {
    await this.users.findOneAndUpdate({ _id: id }, { password }) // expect: no-unhashed-password/plaintext
  }

  async login(email: string, password: string) {
    const user = await this.users.findOne({ email }, '+password')
    if (!(await bcrypt.compare(password, user.password))) throw new UnauthorizedException()
    return user
  }
}
