// why: whether a handler is wrapped is seen where it is registered
const express = require('express');
const caught = require('./caught');
const berths = require('./berths');

const router = express.Router();
router.get('/berths', caught(berths.list));
router.get('/berths/:id/free', berths.free);

module.exports = router;
