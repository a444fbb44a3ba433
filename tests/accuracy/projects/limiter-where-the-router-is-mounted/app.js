const express = require('express');
const { rateLimit } = require('express-rate-limit');

const app = express();
const patient = rateLimit({ windowMs: 60_000, limit: 10 });

// why: the router is mounted in a loop over a list of addresses, and the file that does so has a limiter in front
app.use('/v1/account', patient);
for (const each of [{ path: '/account', router: require('./account') }]) app.use(`/v1${each.path}`, each.router);

module.exports = app;
