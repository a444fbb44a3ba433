const { Router } = require('express');
const bcrypt = require('bcrypt');
const User = require('../models/User');
const accounts = require('../services/accounts');

const router = Router();

router.post('/signup', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait, require-rate-limit/registration
  const { email, password } = req.body;
  const user = await accounts.create({ email, password });
  res.status(201).json({ id: user.id });
});

router.patch('/me', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const { name, password } = req.body;
  const patch = { name };
  if (password) patch.password = password; // expect: no-unhashed-password/plaintext
  await User.query().patch(patch).where('id', req.user.id); // expect: no-db-in-controller/queryInController
  res.json({ ok: true });
});

router.post('/reset/:token', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait, require-rate-limit/passwordReset
  await accounts.resetPassword(req.params.token, req.body.password);
  res.json({ ok: true });
});

router.post('/login', async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait, require-rate-limit/login
  const user = await accounts.findByEmail(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) {
    return res.status(401).json({ message: 'Bad credentials' });
  }
  res.json({ id: user.id });
});

module.exports = router;
