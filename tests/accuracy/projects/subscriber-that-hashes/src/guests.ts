import { dataSource } from './data-source';
import { Guest } from './guest.entity';

export async function addGuest(email: string, password: string) {
  const guests = dataSource.getRepository(Guest);
  await guests.save(guests.create({ email, password }));
}
