const jwt = require('jsonwebtoken');
const config = require('./config');

exports.tokenFor = (user) => jwt.sign({ id: user.id }, config.auth.secretKey, { algorithm: config.auth.algorithm, expiresIn: '1h' });
