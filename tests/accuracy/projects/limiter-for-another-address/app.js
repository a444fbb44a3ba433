const express = require('express');
const { rateLimit } = require('express-rate-limit');

const app = express();

// why: the limiter stands in front of another address than that of the login, and is handed over by a function of its own
function protect(server) {
  server.use('/v1/search', rateLimit({ windowMs: 60_000, limit: 10 }));
}

protect(app);
app.use('/v1/account', require('./account'));

module.exports = app;
