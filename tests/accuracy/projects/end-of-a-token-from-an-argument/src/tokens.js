// why: the end of a token is a claim that a function is given, computed by its callers
const jwt = require('jsonwebtoken');
const config = require('./config');

const make = (userId, expires, type, secret = config.jwt.secret) => jwt.sign({ sub: userId, iat: Math.floor(Date.now() / 1000), exp: expires, type }, secret);

exports.accessFor = (user) => make(user.id, Math.floor(Date.now() / 1000) + config.jwt.minutes * 60, 'access');
exports.refreshFor = (user) => make(user.id, Math.floor(Date.now() / 1000) + 30 * 24 * 60 * 60, 'refresh');
