const bcrypt = require('bcrypt');
const { Schema, model } = require('mongoose');

const schema = new Schema({ email: String, password: String, pin: String });

schema.pre('save', async function () {
  this.pin = await bcrypt.hash(this.pin, 12);
});

module.exports = model('Reader', schema);
