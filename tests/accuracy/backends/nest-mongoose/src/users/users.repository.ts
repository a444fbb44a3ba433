import { Injectable } from '@nestjs/common'
import { InjectModel } from '@nestjs/mongoose'
import { Model } from 'mongoose'
import { AbstractRepository } from '../common/abstract.repository'
import { User } from './user.schema'

@Injectable()
export class UsersRepository extends AbstractRepository<User> {
  constructor(@InjectModel(User.name) model: Model<User>) {
    super(model)
  }
}
