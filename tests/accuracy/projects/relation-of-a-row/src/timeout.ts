// why: what a model declares as its relation is a row too
import { Task } from './task';

export async function fail(limit: number) {
  const tasks = await Task.findAll({ include: ['job'], limit });
  for (const task of tasks) {
    const job = task.job;
    job.state = 'failed';
    await job.save(); // expect: no-n-plus-one/writeInLoop
  }
}
