exports.first = async (count) => require('./lake').read(count);
exports.one = async (id) => require('./lake').read(id);
