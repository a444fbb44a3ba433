import mongoose from 'mongoose';

const bookSchema = new mongoose.Schema({
  title: String,
  author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' },
  ratings: [Number],
});

bookSchema.statics.byAuthor = function (author) {
  return this.find({ author });
};

export const Book = mongoose.model('Book', bookSchema);
