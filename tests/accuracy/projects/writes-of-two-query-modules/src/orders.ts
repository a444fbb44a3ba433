// why: each write stands in a module of its own, and the handler gathers them before it waits
import express from 'express';
import { db } from './db';
import { banUser } from './users';

const app = express();

app.post('/domains/:id/ban', async (req, res) => {
  const tasks: Promise<unknown>[] = [];
  tasks.push(db('domains').where({ id: req.params.id }).update({ banned: true }).then()); // expect: no-db-in-controller/queryInController
  if (req.body.owner) tasks.push(banUser(req.body.owner)); // expect: require-transaction/twoModels
  await Promise.all(tasks);
  res.status(204).end();
});
