const Member = require('./models/Member');

exports.find = (id) => Member.findById(id);
exports.rename = (id, name) => Member.findByIdAndUpdate(id, { name }, { new: true });
exports.add = (values) => Member.create(values);
