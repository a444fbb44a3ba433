import { Entity } from 'typeorm';

@Entity()
export class Booking {
  seat!: number;
  taken!: boolean;
  moved!: boolean;
}

@Entity()
export class Seat {
  number!: number;
  used!: number;
}
