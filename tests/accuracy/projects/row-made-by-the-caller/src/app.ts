import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { MemberRepository } from './members';

const members = new MemberRepository();
const app = express();

app.use(rateLimit({ windowMs: 60_000, limit: 10 }));
app.post('/members', async (req, res) => {
  const { email, password } = req.body;
  res.status(201).json(await members.insert({ email, password }));
});
