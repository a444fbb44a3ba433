const Reader = require('./reader');

exports.register = ({ email, password, pin }) => Reader.create({ email, password, pin }); // expect: no-unhashed-password/plaintext
