import { Router } from 'express';
import { ProductController } from '@/controllers/productController';
import * as reviews from '@/controllers/reviewController';
import { prisma } from '@/lib/db';
import { asyncHandler } from '@/lib/http';

const products = new ProductController(prisma);

export const productRoutes = Router();
export const reviewerRoutes = Router();

productRoutes.get('/', asyncHandler(products.list));
productRoutes.get('/:id', asyncHandler(products.get));
productRoutes.post('/', products.create);
productRoutes.get('/:productId/reviews', asyncHandler(reviews.listReviews));
productRoutes.post('/:productId/reviews', reviews.createReview);

reviewerRoutes.post('/', asyncHandler(reviews.registerReviewer));
reviewerRoutes.post('/login', asyncHandler(reviews.loginReviewer));
