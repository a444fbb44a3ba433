import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Wallet {
  @PrimaryGeneratedColumn() id: number
  @Column() ownerId: number
  @Column() balance: number
}
