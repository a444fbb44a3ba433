const express = require('express');
const members = require('./members');

const router = express.Router();

router.get('/members/:id', async (req, res) => {
  const member = await members.find(req.params.id);
  res.json({ data: member });
});

router.put('/members/:id', async (req, res) => {
  const member = await members.rename(req.params.id, req.body.name);
  res.json({ data: member });
});

router.post('/members', async (req, res) => {
  const member = await members.add(req.body); // expect: no-mass-assignment/wholeBodyThrough
  res.status(201).json({ data: member }); // expect: no-sensitive-data-in-response/sensitiveRow
});

module.exports = router;
