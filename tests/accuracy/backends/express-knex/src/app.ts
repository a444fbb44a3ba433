import 'reflect-metadata';
import express, { type NextFunction, type Request, type Response } from 'express';
import './container';
import { TicketController } from './tickets/ticket.controller';
import { changePassword, signup } from './users/user.controller';

const app = express();
const tickets = new TicketController();

app.use(express.json());
app.get('/tickets', tickets.index);
app.get('/tickets/all', tickets.all);
app.get('/tickets/comments', tickets.comments);
app.put('/tickets/assign', tickets.assign);
app.post('/tickets/:id/close', tickets.close);
app.post('/users', signup); // expect: require-rate-limit/registration
app.put('/me/password', changePassword);

app.use((err: any, _req: Request, res: Response, _next: NextFunction) => {
  const message = err.status && err.status < 500 ? err.message : 'Internal error';
  res.status(err.status ?? 500).json({ message });
});

export { app };
