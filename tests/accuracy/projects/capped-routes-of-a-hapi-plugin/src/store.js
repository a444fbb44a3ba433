const { Pool } = require('pg');

const pool = new Pool();

exports.page = async (limit) => (await pool.query('SELECT * FROM berths ORDER BY id LIMIT $1', [limit])).rows;
