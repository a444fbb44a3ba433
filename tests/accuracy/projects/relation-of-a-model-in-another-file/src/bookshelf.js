module.exports = require('bookshelf')(require('knex')({ client: 'pg' }));
