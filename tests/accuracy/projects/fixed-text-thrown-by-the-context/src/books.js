const { Pool } = require('pg');

const pool = new Pool();

exports.importBook = async (isbn) => {
  const { rows } = await pool.query('INSERT INTO books (isbn) VALUES ($1) RETURNING *', [isbn]);
  return rows[0];
};
