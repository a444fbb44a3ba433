import { ConflictError, NotFoundError, UnauthorizedError } from '../lib/http';
import { paginated, type Page } from '../lib/pagination';
import { verifyPassword } from '../lib/passwords';
import { productRepository } from '../repositories/productRepository';
import {
  reviewerRepository,
  reviewRepository,
  type NewReview,
  type NewReviewer,
} from '../repositories/reviewRepository';

export async function listForProduct(productId: string, page: Page) {
  const [reviews, total] = await Promise.all([
    reviewRepository.findPageOfProduct(productId, page),
    reviewRepository.countOfProduct(productId),
  ]);
  return paginated(reviews, page, total);
}

export async function create(review: NewReview) {
  if (!(await productRepository.findById(review.productId))) {
    throw new NotFoundError('Product');
  }
  return reviewRepository.create(review);
}

export async function registerReviewer(input: NewReviewer) {
  if (await reviewerRepository.emailExists(input.email)) {
    throw new ConflictError('Email already in use');
  }
  const reviewer = await reviewerRepository.create(input);
  return { id: reviewer.id, displayName: reviewer.displayName };
}

export async function loginReviewer(email: string, password: string) {
  const reviewer = await reviewerRepository.findCredentialsByEmail(email);
  if (!reviewer || !(await verifyPassword(password, reviewer.password))) {
    throw new UnauthorizedError();
  }
  return { id: reviewer.id, displayName: reviewer.displayName };
}
