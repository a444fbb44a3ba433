const app = require('express')();
const { rateLimit } = require('express-rate-limit');
const accounts = require('./accounts');

app.use(rateLimit({ windowMs: 60_000, limit: 10 }));
app.post('/accounts', async (req, res) => {
  res.status(201).json(await accounts.add(req.body.email, req.body.password));
});
app.post('/sessions', async (req, res) => {
  const account = await accounts.check(req.body.email, req.body.password);
  res.status(account ? 204 : 401).end();
});
