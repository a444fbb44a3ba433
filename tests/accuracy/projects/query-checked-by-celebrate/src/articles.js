const knex = require('knex');

const db = knex({ client: 'mysql2' });

exports.latest = (limit) => db('articles').orderBy('published_at', 'desc').limit(limit);
