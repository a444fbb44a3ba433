// why: a statement that is put together step by step gets its limit last
const pool = require('mysql2/promise').createPool({});

exports.found = async (name) => {
  let sql = 'SELECT * FROM kites';
  const values = [];
  if (name) {
    sql += ' WHERE name LIKE ?';
    values.push(`%${name}%`);
  }
  sql += ' ORDER BY id LIMIT 50';
  const [rows] = await pool.query(sql, values);
  return rows;
};
