const knex = require('knex')({ client: 'pg' });

exports.inTransaction = (work) => knex.transaction((trx) => work(trx));
