// why: a turn for each group, whose statements take all rows of the group, is a batch, however the list gets its name
import knex from 'knex';

const db = knex({ client: 'pg' });

interface Metric {
  app: string;
  day: string;
}

async function store(names: string[], day: string): Promise<void> {
  await db('seen').insert(names.map((name) => ({ name, day })));
}

export async function storeByDay(metrics: Metric[]): Promise<void> {
  const byDay = Object.groupBy(metrics, (metric) => metric.day) as Record<string, Metric[]>;
  for (const [day, rows] of Object.entries(byDay)) {
    const names = rows.map((row) => row.app);
    await store(names, day);
  }
}

export async function touchByDay(namesByDay: Record<string, string[]>): Promise<void> {
  for (const day of Object.keys(namesByDay)) {
    const names = namesByDay[day].sort();
    await db('apps').update({ day }).whereIn('name', db('apps').select('name').whereIn('name', names).forUpdate());
  }
}

export async function touchEach(metrics: Record<string, Metric>): Promise<void> {
  for (const key of Object.keys(metrics)) {
    const metric = metrics[key];
    await db('apps').update({ day: metric.day }).where('name', metric.app); // expect: no-n-plus-one/writeInLoop
  }
}

export async function storeEach(metrics: Metric[]): Promise<void> {
  for (const metric of metrics) {
    const { app, day } = metric;
    await store([app], day); // expect: no-n-plus-one/writeInLoop
  }
}
