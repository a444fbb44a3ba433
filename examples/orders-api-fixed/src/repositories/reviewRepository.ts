import type { Page } from '@/lib/pagination';
import { Review, Reviewer } from '@/models/review';

export interface NewReview {
  productId: string;
  reviewer: string;
  rating: number;
  text: string;
}

export interface NewReviewer {
  email: string;
  displayName: string;
  password: string;
}

export const reviewRepository = {
  findPageOfProduct(productId: string, { page, limit }: Page) {
    return Review.find({ productId })
      .sort({ createdAt: -1 })
      .skip((page - 1) * limit)
      .limit(limit)
      .populate('reviewer', 'displayName')
      .exec();
  },

  countOfProduct(productId: string) {
    return Review.countDocuments({ productId }).exec();
  },

  create({ productId, reviewer, rating, text }: NewReview) {
    return Review.create({ productId, reviewer, rating, text });
  },
};

export const reviewerRepository = {
  emailExists(email: string) {
    return Reviewer.exists({ email }).exec();
  },

  findCredentialsByEmail(email: string) {
    return Reviewer.findOne({ email }).select('displayName password').exec();
  },

  create({ email, displayName, password }: NewReviewer) {
    return Reviewer.create({ email, displayName, password });
  },
};
