// why: rows stay rows when a named function shapes them
const express = require('express');
const { toRoom } = require('./to-room');
const Room = require('./room.model');

const router = express.Router();

async function allRooms() {
  const rooms = await Room.find({ open: true }).lean(); // expect: require-pagination-cap/unboundedList
  return rooms.map(toRoom);
}

router.get('/rooms', async (req, res) => {
  const rooms = await allRooms();
  res.json({ rooms });
});

module.exports = router;
