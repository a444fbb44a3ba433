const bcrypt = require('bcrypt');
const User = require('../models/User');

const hash = (plain) => bcrypt.hash(plain, 12);

exports.create = async ({ email, password }) =>
  User.query().insert({ email, password: await hash(password) });

exports.findByEmail = (email) => User.query().findOne({ email });

exports.resetPassword = async (token, password) => {
  const user = await User.query().findOne({ reset_token: token });
  if (!user) throw new Error('Unknown token');
  return user.$query().patch({ password: hash(password), reset_token: null }); // expect: no-unhashed-password/unawaitedHash
};
