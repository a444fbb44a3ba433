// why: a flush in the loop writes each entity on its own
import type { EntityManager } from '@mikro-orm/postgresql';
import { Holiday } from './holiday.entity';

export async function importHolidays(em: EntityManager, days: { date: string; name: string }[]) {
  for (const { date, name } of days) {
    em.persist(em.create(Holiday, { date, name }));
    await em.flush(); // expect: no-n-plus-one/writeInLoop
  }
}
