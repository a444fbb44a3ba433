import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Guest {
  @PrimaryGeneratedColumn() id!: number;
  @Column() email!: string;
  @Column() password!: string;
}
