// why: a field that holds the id of another document names the whole whose parts are asked for, whatever it is called
import express from 'express';
import { scansOf } from './scans';

const app = express();

app.get('/parcels/:id/scans', async (req, res) => {
  res.json(await scansOf(req.params.id));
});

export default app;
