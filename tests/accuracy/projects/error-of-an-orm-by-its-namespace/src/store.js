const mongoose = require('mongoose');

const Note = mongoose.model('Note', new mongoose.Schema({ text: String }));

exports.read = (id) => Note.findById(id).orFail();
