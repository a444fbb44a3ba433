import * as rooms from './rooms.repository.js'
import { HttpError } from '../lib/http-error.js'
import { withTransaction } from '../db/index.js'

export async function schedule(day) {
  const list = await rooms.findPage({ limit: 50, offset: 0 })
  const entries = await Promise.all(
    list.map(async (room) => [room.id, await rooms.bookingsOf(room.id, day)]), // expect: no-n-plus-one/queryInLoop
  )
  return Object.fromEntries(entries)
}

export async function get(id) {
  const room = await rooms.findById(id)
  if (!room) throw HttpError.notFound('Room')
  return room
}

export async function bookAll(userId, requests) {
  return withTransaction(async (client) => {
    const created = []
    for (const { roomId, day } of requests) {
      const { rows } = await client.query('INSERT INTO bookings (room_id, user_id, day) VALUES ($1, $2, $3) RETURNING *', [roomId, userId, day]) // expect: no-n-plus-one/writeInLoop
      created.push(rows[0])
    }
    return created
  })
}

export async function bookAllAtOnce(userId, requests) {
  const ids = requests.map((r) => r.roomId)
  const days = requests.map((r) => r.day)
  return withTransaction((client) =>
    client.query('INSERT INTO bookings (user_id, room_id, day) SELECT $1, * FROM unnest($2::int[], $3::date[])', [userId, ids, days]),
  )
}

export async function report() {
  let count = 0
  for await (const booking of rooms.iterateBookings()) {
    const room = await rooms.findById(booking.room_id) // expect: no-n-plus-one/queryInLoop
    if (room?.external) count += 1
  }
  return count
}
