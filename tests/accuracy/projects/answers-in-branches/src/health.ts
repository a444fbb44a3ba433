// why: Every path has one answer: branches, early exits, a stream, a flag
import { Router } from 'express';
import { isReady, readStats } from './state';

export const router = Router();

router.get('/ready', async (req, res) => {
  const ready = await isReady();
  if (ready) {
    res.status(200).send('OK');
  } else {
    res.status(503).send('starting');
  }
  console.log('asked', ready);
});

router.get('/stats', async (req, res, next) => {
  try {
    const stats = await readStats();
    if (!stats) {
      res.status(404).json({ error: 'There are no figures yet.' });
      return;
    }
    res.json(stats);
  } catch (err) {
    next(err);
  }
});

router.get('/stream', async (req, res) => {
  res.write('begin\n');
  for await (const line of await readStats()) res.write(line);
  res.end();
});

router.get('/once', async (req, res) => {
  let answered = false;
  for (const name of ['a', 'b']) {
    if (req.query[name] !== undefined && !answered) {
      res.json({ name });
      answered = true;
    }
  }
  if (answered) return;
  res.sendStatus(204);
});
