const { database } = require('../db');

const collection = () => database().collection('users');

exports.findByEmail = (email) => collection().findOne({ email });

exports.findByToken = (token) => collection().findOne({ token });

exports.insert = async ({ email, password, name }) => {
  const { insertedId } = await collection().insertOne({ email, password, name, createdAt: new Date() }); // expect: no-unhashed-password/plaintext
  return insertedId;
};

exports.setToken = (email, token) => collection().updateOne({ email }, { $set: { token } });

exports.setPassword = (id, password) => collection().updateOne({ _id: id }, { $set: { password } });

exports.seedAdmin = async () => {
  if (await collection().countDocuments({ role: 'admin' })) return;
  await collection().insertOne({ email: 'admin@recipes.test', password: process.env.ADMIN_PASSWORD, role: 'admin' }); // missed: no-unhashed-password
};
