const { Schema, model } = require('mongoose');

module.exports = model('Room', new Schema({ name: String, seats: Number, open: Boolean }));
