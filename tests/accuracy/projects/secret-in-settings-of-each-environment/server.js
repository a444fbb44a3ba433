const express = require('express');
const session = require('express-session');
const { port, cookieName, cookieSecret } = require('./config');

const app = express();
app.use(session({ name: cookieName, secret: cookieSecret, resave: true, saveUninitialized: true }));
app.listen(port);
