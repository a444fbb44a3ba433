// why: the signed-in user is a row of the server's own, and so is the hash in it
const { Router } = require('express');
const { signOut } = require('./accounts');

const router = Router();

router.delete('/session', async (req, res) => {
  await signOut(req.user);
  res.sendStatus(204);
});

module.exports = router;
