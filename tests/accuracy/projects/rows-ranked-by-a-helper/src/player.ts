import { Column, Entity, BaseEntity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Player extends BaseEntity {
  @PrimaryGeneratedColumn() id!: number;
  @Column() points!: number;
  @Column() rank!: number;
}
