import { model, Schema } from 'mongoose';

export interface Listing {
  title: string;
  slug: string;
}

export const ListingModel = model<Listing>('Listing', new Schema<Listing>({ title: String, slug: String }));
