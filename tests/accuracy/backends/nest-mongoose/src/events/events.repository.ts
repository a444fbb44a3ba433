import { Injectable } from '@nestjs/common'
import { InjectModel } from '@nestjs/mongoose'
import { Model } from 'mongoose'
import { AbstractRepository } from '../common/abstract.repository'
import { Event } from './event.schema'

@Injectable()
export class EventsRepository extends AbstractRepository<Event> {
  constructor(@InjectModel(Event.name) model: Model<Event>) {
    super(model)
  }

  findUpcoming() {
    return this.model.find({ startsAt: { $gt: new Date() } }).sort({ startsAt: 1 }).exec() // expect: require-pagination-cap/unboundedList
  }
}
