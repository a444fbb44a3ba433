const { Router } = require('express');
const signUp = require('./sign-up');

const router = Router();

router.post('/users', async (req, res) => {
  res.status(201).json({ id: await signUp(req.body.email, req.body.password) });
});

module.exports = router;
