const { Schema, model } = require('mongoose');

module.exports = model('Track', new Schema({ title: String, key: String }));
