import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Parcel } from './parcel';

@Injectable()
export class ParcelsRepository {
  constructor(@InjectModel('Parcel') private readonly parcels: Model<Parcel>) {}

  list(depot: string, limit = 20) {
    return this.parcels.find({ depot }).limit(limit).lean();
  }
}
