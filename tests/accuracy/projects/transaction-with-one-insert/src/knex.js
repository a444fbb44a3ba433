module.exports = require('knex')({ client: 'mysql2' });
