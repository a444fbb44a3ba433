import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Reservation {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() seat!: string;
  @Column({ default: false }) released!: boolean;
}
