// why: the owner that each row belongs to is a row as well
import { Keeper } from './keeper.model';
import { Dog } from './dog.model';

export async function remind(kennelId: number) {
  const dogs = await Dog.findAll({ where: { kennelId }, include: [Keeper] });
  for (const dog of dogs) {
    dog.keeper.remindedAt = new Date();
    await dog.keeper.save(); // expect: no-n-plus-one/writeInLoop
  }
}
