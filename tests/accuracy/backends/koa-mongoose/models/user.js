import mongoose from 'mongoose'
import bcrypt from 'bcryptjs'

const schema = new mongoose.Schema({
  name: String,
  email: { type: String, unique: true, lowercase: true },
  password: { type: String, required: true, select: false },
  favourites: [{ type: mongoose.Types.ObjectId, ref: 'Recipe' }],
})

schema.pre('save', async function () {
  if (!this.isModified('password')) return
  this.password = await bcrypt.hash(this.password, 11)
})

schema.methods.verify = function (candidate) {
  return bcrypt.compare(candidate, this.password)
}

export const User = mongoose.model('User', schema)
