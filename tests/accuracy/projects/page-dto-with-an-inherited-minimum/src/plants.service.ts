import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';

@Injectable()
export class PlantsService {
  constructor(@InjectModel('Plant') private readonly plants: Model<{ family: string }>) {}

  list(family: string | undefined, limit: number) {
    return this.plants.find({ family }).limit(limit); // expect: require-pagination-cap/uncappedLimit
  }
}
