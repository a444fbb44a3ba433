// why: a package that is called as it is required gives its client
const db = require('knex')({ client: 'pg' });

exports.importAll = async (rows) => {
  for (const row of rows) await db('rows').insert(row); // expect: no-n-plus-one/writeInLoop
};
