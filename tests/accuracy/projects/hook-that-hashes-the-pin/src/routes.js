// why: a hook that hashes the pin leaves the password as it came
const { Router } = require('express');
const { register } = require('./readers');

const router = Router();

router.post('/readers', async (req, res) => {
  const { id } = await register(req.body);
  res.status(201).json({ id });
});

module.exports = router;
