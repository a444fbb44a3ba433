// why: a handler may hold a transaction around the calls of services
import { Router } from 'express';
import { dataSource } from './data-source';
import { Bookings } from './bookings';
import { Payments } from './payments';

export const router = Router();

router.post('/bookings', async (req, res) => {
  const id = await dataSource.transaction(async (manager) => {
    const booking = await new Bookings(manager).reserve(req.body.room, req.body.night);
    await new Payments(manager).charge(booking, req.body.cents);
    return booking;
  });
  res.status(201).json({ id });
});
