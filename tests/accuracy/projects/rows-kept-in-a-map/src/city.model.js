const { Schema, model } = require('mongoose');

exports.City = model('City', new Schema({ zip: String, name: String }));
