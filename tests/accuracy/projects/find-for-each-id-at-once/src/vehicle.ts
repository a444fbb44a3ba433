import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Vehicle {
  @PrimaryColumn() plate!: string;
  @Column() depotId!: string;
}
