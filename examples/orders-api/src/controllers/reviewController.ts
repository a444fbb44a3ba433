import type { Request, Response } from 'express';
import { Review } from '@/models/review';
import * as reviewerService from '../services/reviewerService';

export async function listReviews(req: Request, res: Response): Promise<void> {
  const reviews = await Review.find({ productId: req.params.productId })
    .sort({ createdAt: -1 })
    .limit(50)
    .populate('reviewer', 'displayName');
  res.json({ data: reviews });
}

export async function createReview(req: Request, res: Response): Promise<void> {
  try {
    const review = await Review.create({
      productId: req.params.productId,
      reviewer: req.body.reviewerId,
      rating: req.body.rating,
      text: req.body.text,
    });
    res.status(201).json({ data: review });
  } catch (err) {
    res.status(400).json({ error: err });
  }
}

export async function registerReviewer(req: Request, res: Response): Promise<void> {
  const reviewer = await reviewerService.register({
    email: req.body.email,
    displayName: req.body.displayName,
    password: req.body.password,
  });
  res.status(201).json({ data: reviewer });
}

export async function loginReviewer(req: Request, res: Response): Promise<void> {
  const reviewer = await reviewerService.login(String(req.body.email), String(req.body.password));
  res.json({ data: reviewer });
}
