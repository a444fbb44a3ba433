import { db, redis, replica, unmade } from '../db.server';

export async function rename(ids: string[], name: string) {
  for (const id of ids) await db.boat.update({ where: { id }, data: { name } }); // expect: no-n-plus-one/writeInLoop
}

export async function crews(ids: string[]) {
  const crews = [];
  for (const id of ids) crews.push(await replica.crew.findMany({ where: { boat: id }, take: 20 })); // expect: no-n-plus-one/queryInLoop
  return crews;
}

export async function forget(ids: string[]) {
  for (const id of ids) await redis.del(`boat:${id}`);
  for (const id of ids) unmade.make.call(null, id);
}
