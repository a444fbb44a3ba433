// why: a schema hides the hash from queries, and keeps only a digest of the token; a new document has the hash all the same
const crypto = require('crypto');
const mongoose = require('mongoose');

const MemberSchema = new mongoose.Schema({
  name: String,
  passwordHash: { type: String, select: false },
  resetToken: String,
  resetTokenExpires: Date,
});

MemberSchema.methods.remind = function () {
  const token = crypto.randomBytes(20).toString('hex');
  this.resetToken = crypto.createHash('sha256').update(token).digest('hex');
  return token;
};

module.exports = mongoose.model('Member', MemberSchema);
