const mongoose = require('mongoose');

exports.Visit = mongoose.model('Visit', new mongoose.Schema({ page: String, position: Number }));
