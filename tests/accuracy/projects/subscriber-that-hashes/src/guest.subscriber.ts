import bcrypt from 'bcryptjs';
import { EntitySubscriberInterface, EventSubscriber, InsertEvent } from 'typeorm';
import { Guest } from './guest.entity';

@EventSubscriber()
export class GuestSubscriber implements EntitySubscriberInterface<Guest> {
  listenTo() {
    return Guest;
  }

  async beforeInsert({ entity }: InsertEvent<Guest>) {
    entity.password = await bcrypt.hash(entity.password, 12);
  }
}
