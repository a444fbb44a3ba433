import { model, Schema } from 'mongoose';

export const Scan = model('Scan', new Schema({ parcel: Schema.Types.ObjectId, depot: String, at: Date }));
