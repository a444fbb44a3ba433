export interface Parcel {
  depot: string;
  weight: number;
}
