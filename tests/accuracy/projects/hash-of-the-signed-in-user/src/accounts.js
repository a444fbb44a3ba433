const mongoose = require('mongoose');

const Account = mongoose.model('Account', new mongoose.Schema({ email: String, password: String, token: String }));

exports.signOut = async (account) => {
  const found = await Account.findOne({ email: account.email, password: account.password });
  found.token = undefined;
  await found.save();
};
