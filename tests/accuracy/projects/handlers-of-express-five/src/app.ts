// why: Express 5 looks at what a handler returns
import express from 'express';
import { tides } from './tides';

export const app = express();

app.get('/tides', async (req, res) => {
  res.json(await tides(String(req.query.port)));
});
