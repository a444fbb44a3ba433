const { Router } = require('express');
const { enter } = require('./people');

const router = Router();

router.post('/login', async (req, res) => { // expect: require-rate-limit/login
  res.json({ data: await enter(req.body.email, req.body.password) });
});

module.exports = router;
