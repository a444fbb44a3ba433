const express = require('express');
const failures = require('./failures');

const app = express();
app.use('/ferries', require('./ferries'));
app.use(failures.missing);
app.use(failures.logged);
app.use(failures.failed);

module.exports = app;
