// why: a relation that came along with its rows is read without a query
import { Dog } from './dog.model';

export async function near(kennelId: number, place: string) {
  const dogs = await Dog.findAll({ where: { kennelId }, include: ['keeper'] });
  const names = [];
  for (const dog of dogs) {
    if (dog.keeper.isNear(place)) names.push(`${dog.get('name')} (${dog.keeper.mail})`);
  }
  return names;
}
