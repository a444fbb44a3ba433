const { Schema, model } = require('mongoose');

const Room = model('Room', new Schema({ name: String, seats: Number }));

exports.seatsInAll = async () => {
  const rooms = await Room.find({}, 'seats').lean();
  return rooms.reduce((sum, room) => sum + room.seats, 0);
};
