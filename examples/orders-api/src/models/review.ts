import { Schema, model } from 'mongoose';

const reviewerSchema = new Schema(
  {
    email: { type: String, required: true, unique: true, lowercase: true },
    displayName: { type: String, required: true },
    password: { type: String, required: true },
  },
  { timestamps: true },
);

const reviewSchema = new Schema(
  {
    productId: { type: String, required: true, index: true },
    reviewer: { type: Schema.Types.ObjectId, ref: 'Reviewer', required: true },
    rating: { type: Number, required: true, min: 1, max: 5 },
    text: { type: String, default: '' },
  },
  { timestamps: true },
);

export const Reviewer = model('Reviewer', reviewerSchema);
export const Review = model('Review', reviewSchema);
