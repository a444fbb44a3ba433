import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })

export const query = (text, params) => pool.query(text, params)

export async function one(text, params) {
  const { rows } = await query(text, params)
  return rows[0] ?? null
}

export async function many(text, params) {
  const { rows } = await query(text, params)
  return rows
}

export async function withTransaction(fn) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await fn(client)
    await client.query('COMMIT')
    return result
  } catch (e) {
    await client.query('ROLLBACK')
    throw e
  } finally {
    client.release()
  }
}
