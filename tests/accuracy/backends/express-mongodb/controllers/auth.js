const bcrypt = require('bcrypt');
const crypto = require('crypto');
const users = require('../models/users');

exports.signup = async (req, res, next) => {
  try {
    const existing = await users.findByEmail(req.body.email);
    if (existing) return res.status(409).json({ error: 'Email in use' });
    const id = await users.insert(req.body);
    res.status(201).json({ id });
  } catch (err) {
    next(err);
  }
};

exports.login = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const user = await users.findByEmail(req.body.email);
  if (!user || user.password !== req.body.password) { // expect: no-unhashed-password/plaintextCompare
    return res.status(401).json({ error: 'Invalid credentials' });
  }
  res.json({ id: user._id });
};

exports.forgot = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const token = crypto.randomBytes(20).toString('hex');
  await users.setToken(req.body.email, crypto.createHash('sha256').update(token).digest('hex'));
  res.json({ ok: true });
};

exports.reset = async (req, res) => { // expect: no-unhandled-async-handler/uncaughtAwait
  const user = await users.findByToken(req.params.token);
  if (!user) return res.status(400).json({ error: 'Token expired' });
  await users.setPassword(user._id, await bcrypt.hash(req.body.password, 10));
  res.json({ ok: true });
};
