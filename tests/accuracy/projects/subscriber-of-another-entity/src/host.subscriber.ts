import bcrypt from 'bcryptjs';
import { EntitySubscriberInterface, EventSubscriber, InsertEvent } from 'typeorm';
import { Host } from './host.entity';

@EventSubscriber()
export class HostSubscriber implements EntitySubscriberInterface<Host> {
  listenTo() {
    return Host;
  }

  async beforeInsert({ entity }: InsertEvent<Host>) {
    entity.password = await bcrypt.hash(entity.password, 12);
  }
}
