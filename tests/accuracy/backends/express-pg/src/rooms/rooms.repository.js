import * as db from '../db/index.js'

export const findAll = () => db.many('SELECT id, name, capacity FROM rooms ORDER BY name') // expect: require-pagination-cap/unboundedList
export const findPage = ({ limit, offset }) => db.many('SELECT * FROM rooms ORDER BY id LIMIT $1 OFFSET $2', [limit, offset])
export const findById = (id) => db.one('SELECT * FROM rooms WHERE id = $1', [id])
export const bookingsOf = (roomId, day) => db.many('SELECT * FROM bookings WHERE room_id = $1 AND day = $2', [roomId, day])

export async function* iterateBookings(batchSize = 500) {
  let last = 0
  while (true) {
    const rows = await db.many('SELECT * FROM bookings WHERE id > $1 ORDER BY id LIMIT $2', [last, batchSize])
    if (rows.length === 0) return
    yield* rows
    last = rows.at(-1).id
  }
}

export async function setFeatures(roomId, features) {
  await db.query('DELETE FROM room_features WHERE room_id = $1', [roomId])
  for (const feature of features) {
    await db.query('INSERT INTO room_features (room_id, feature) VALUES ($1, $2)', [roomId, feature]) // expect: no-n-plus-one/queryInLoop // missed: require-transaction
  }
}

export async function search(filters) {
  const where = []
  const values = []
  for (const [key, value] of Object.entries(filters)) {
    values.push(value)
    where.push(`${key} = $${values.length}`)
  }
  return db.many(`SELECT * FROM rooms WHERE ${where.join(' AND ')} LIMIT 100`, values)
}
