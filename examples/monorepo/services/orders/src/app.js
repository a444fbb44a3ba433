import { customerName } from '@shop/data';
import express from 'express';

const app = express();

app.post('/labels', async (req, res) => {
  const labels = [];
  for (const order of req.body.orders) {
    // The query is in another package of the workspace.
    labels.push({ order: order.id, name: await customerName(order.customerId) });
  }
  res.json({ data: labels });
});

export default app;
