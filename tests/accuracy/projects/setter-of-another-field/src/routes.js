// why: a setter hashes the field that it sets, and no other
const { Router } = require('express');
const { register } = require('./voters');

const router = Router();

router.post('/voters', async (req, res) => {
  const { id } = await register(req.body);
  res.status(201).json({ id });
});

module.exports = router;
