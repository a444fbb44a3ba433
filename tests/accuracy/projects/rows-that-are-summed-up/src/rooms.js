// why: rows of which only a sum is sent are no list
const express = require('express');
const { seatsInAll } = require('./seats');

const router = express.Router();

router.get('/seats', async (req, res) => {
  res.json({ seats: await seatsInAll() });
});

module.exports = router;
