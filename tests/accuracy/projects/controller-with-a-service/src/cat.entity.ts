import { Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Cat {
  @PrimaryColumn() id!: string;
}
