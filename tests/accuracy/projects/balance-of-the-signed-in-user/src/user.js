const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ name: String, tips: Number, visits: Number }));

exports.countVisit = (id) => User.updateOne({ _id: id }, { $inc: { visits: 1 } });
