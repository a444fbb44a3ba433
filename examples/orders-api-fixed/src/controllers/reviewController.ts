import type { Request, Response } from 'express';
import { z } from 'zod';
import { readPage } from '@/lib/pagination';
import * as reviewService from '../services/reviewService';

const newReview = z.object({
  reviewerId: z.string().regex(/^[0-9a-f]{24}$/),
  rating: z.int().min(1).max(5),
  text: z.string().max(5000).default(''),
});

const registration = z.object({
  email: z.email(),
  displayName: z.string().min(1),
  password: z.string().min(12).max(72),
});

const credentials = z.object({ email: z.string(), password: z.string() });

export async function listReviews(req: Request, res: Response): Promise<void> {
  res.json(await reviewService.listForProduct(req.params.productId, readPage(req.query)));
}

export async function createReview(req: Request, res: Response): Promise<void> {
  const { reviewerId, rating, text } = newReview.parse(req.body);
  const review = await reviewService.create({
    productId: req.params.productId,
    reviewer: reviewerId,
    rating,
    text,
  });
  res.status(201).json({ data: review });
}

export async function registerReviewer(req: Request, res: Response): Promise<void> {
  const reviewer = await reviewService.registerReviewer(registration.parse(req.body));
  res.status(201).json({ data: reviewer });
}

export async function loginReviewer(req: Request, res: Response): Promise<void> {
  const { email, password } = credentials.parse(req.body);
  const reviewer = await reviewService.loginReviewer(email, password);
  res.json({ data: reviewer });
}
