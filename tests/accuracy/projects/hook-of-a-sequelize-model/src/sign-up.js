// why: the options of a model hold the hook that hashes
const User = require('./user');

module.exports = async function signUp(email, password) {
  const user = await User.create({ email, password });
  return user.id;
};
