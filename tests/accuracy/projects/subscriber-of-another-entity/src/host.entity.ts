import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Guest } from './guest.entity';

@Entity()
export class Host {
  @PrimaryGeneratedColumn() id!: number;
  @Column() password!: string;
  @ManyToOne(() => Guest) favourite?: Guest;
}
