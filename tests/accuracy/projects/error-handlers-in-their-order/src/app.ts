// why: an error handler before a catch-all, or with another one behind the routes, stands where it should
import express, { type NextFunction, type Request, type Response, Router } from 'express';

const piers = Router();
piers.get('/', (req, res) => {
  res.json([]);
});

function refused(err: { status?: number }, req: Request, res: Response, next: NextFunction) {
  if (res.headersSent || err.status === undefined) return next(err);
  return res.sendStatus(err.status);
}

export const app = express();
app.use(express.json());
app.use(refused);
app.use('/piers', piers);
app.use(refused);
app.all('*', (req, res) => {
  res.sendStatus(404);
});
