const Notes = require('notes-sdk');

exports.read = (id) => new Notes.Query('Note').get(id);
