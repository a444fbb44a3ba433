import { Collection, Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/core'
import { Author } from '../authors/author.entity'
import { Loan } from '../loans/loan.entity'

@Entity()
export class Book {
  @PrimaryKey() id!: number
  @Property() title!: string
  @Property({ default: 0 }) copies!: number
  @ManyToOne(() => Author) author!: Author
  @OneToMany(() => Loan, (loan) => loan.book) loans = new Collection<Loan>(this)
}
