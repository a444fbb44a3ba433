import { Router } from 'express';
import { ProductController } from '@/controllers/productController';
import * as reviews from '@/controllers/reviewController';
import { asyncHandler } from '@/lib/http';
import { productRepository } from '@/repositories/productRepository';

const products = new ProductController(productRepository);

export const productRoutes = Router();
export const reviewerRoutes = Router();

productRoutes.get('/', asyncHandler(products.list));
productRoutes.get('/:id', asyncHandler(products.get));
productRoutes.post('/', asyncHandler(products.create));
productRoutes.get('/:productId/reviews', asyncHandler(reviews.listReviews));
productRoutes.post('/:productId/reviews', asyncHandler(reviews.createReview));

reviewerRoutes.post('/', asyncHandler(reviews.registerReviewer));
reviewerRoutes.post('/login', asyncHandler(reviews.loginReviewer));
