const Voter = require('./voter');

exports.register = ({ email, password, pin }) => Voter.create({ email, password, pin }); // expect: no-unhashed-password/plaintext
