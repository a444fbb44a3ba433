// why: A rejection handler answers beside the answer that did not wait
const express = require('express');
const { markConfirmed, loadAccount } = require('./accounts');

const router = express.Router();

router.post('/confirm', (req, res) => {
  loadAccount(req.body.email).then((account) => {
    if (account.code !== req.body.code) return res.status(400).send('That is not the code.');
    markConfirmed(account).catch(() => {
      return res.status(500).send('Try again.'); // expect: no-double-response/answeredInCallback
    });
    return res.send('Confirmed.');
  });
});

router.post('/confirm/again', (req, res, next) => {
  loadAccount(req.body.email)
    .then((account) => markConfirmed(account))
    .then(() => res.send('Confirmed.'))
    .catch(next);
});

module.exports = router;
