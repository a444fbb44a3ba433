import { Injectable } from '@nestjs/common'
import { EventsRepository } from './events.repository'
import { UsersRepository } from '../users/users.repository'

@Injectable()
export class EventsService {
  constructor(private readonly events: EventsRepository, private readonly users: UsersRepository) {}

  list(page: number, limit: number) {
    return this.events.paginate({}, page, limit)
  }

  upcoming() {
    return this.events.findUpcoming()
  }

  ofOwner(owner: string) {
    return this.events.find({ owner })
  }

  async invite(id: string, emails: string[]) {
    const event = await this.events.findOne({ _id: id })
    for (const email of emails) {
      const user = await this.users.findOne({ email }) // expect: no-n-plus-one/queryInLoop
      event.guests.push(user._id)
    }
    await event.save()
    return event
  }

  async inviteFast(id: string, emails: string[]) {
    const event = await this.events.findOne({ _id: id })
    const users = await this.users.find({ email: { $in: emails } })
    event.guests.push(...users.map((u) => u._id))
    return event.save()
  }

  async remind(ids: string[]) {
    return Promise.all(ids.map((id) => this.events.findOneAndUpdate({ _id: id }, { $set: { remindedAt: new Date() } }))) // expect: no-n-plus-one/writeInLoop
  }
}
