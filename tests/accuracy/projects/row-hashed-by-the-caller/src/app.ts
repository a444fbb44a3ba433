import express from 'express';
import bcrypt from 'bcrypt';
import { rateLimit } from 'express-rate-limit';
import { MemberRepository } from './members';

const members = new MemberRepository();
const app = express();

app.use(rateLimit({ windowMs: 60_000, limit: 10 }));
app.post('/members', async (req, res) => {
  const { email, password } = req.body;
  await members.insert({ email, password: await bcrypt.hash(password, 12) });
  res.sendStatus(201);
});

app.patch('/members/:id', async (req, res) => {
  await members.rename(Number(req.params.id), { name: req.body.name });
  res.sendStatus(204);
});
