const mongoose = require('mongoose');

exports.Badge = mongoose.model('Badge', new mongoose.Schema({ user: String, title: String }));
