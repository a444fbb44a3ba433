const path = require('path');
const all = require(path.resolve(__dirname + '/env/all.js'));
const own = require(path.resolve(`${__dirname}/env/${process.env.NODE_ENV}.js`)) || {};

module.exports = { ...all, ...own };
