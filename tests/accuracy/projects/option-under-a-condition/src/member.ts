import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Membership {
  @PrimaryGeneratedColumn() id!: number;
  @Column() userId!: number;
}
