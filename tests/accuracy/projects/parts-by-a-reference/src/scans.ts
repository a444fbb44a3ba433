import { Scan } from './scan';

export const scansOf = (parcel: string) => Scan.find({ parcel }).sort('at').lean();
