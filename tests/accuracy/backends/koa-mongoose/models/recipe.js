import mongoose from 'mongoose'

const schema = new mongoose.Schema(
  {
    title: { type: String, required: true },
    slug: { type: String, unique: true },
    author: { type: mongoose.Types.ObjectId, ref: 'User' },
    ingredients: [{ name: String, grams: Number }],
    likes: { type: Number, default: 0 },
  },
  { timestamps: true },
)

schema.statics.latest = function (n) {
  return this.find().sort('-createdAt').limit(n) // expect: require-pagination-cap/uncappedLimit
}
schema.methods.withAuthor = async function () {
  await this.populate('author', 'name')
  return this.toObject()
}

export const Recipe = mongoose.model('Recipe', schema)
