// why: entities that are only marked for writing go out with one flush
import type { EntityManager } from '@mikro-orm/postgresql';
import { Holiday } from './holiday.entity';

export async function importHolidays(em: EntityManager, days: { date: string; name: string }[]) {
  for (const { date, name } of days) {
    em.persist(em.create(Holiday, { date, name }));
  }
  await em.flush();
}
