import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/core'
import { Book } from '../books/book.entity'
import { Member } from '../members/member.entity'

@Entity()
export class Loan {
  @PrimaryKey() id!: number
  @ManyToOne(() => Book) book!: Book
  @ManyToOne(() => Member) member!: Member
  @Property({ nullable: true }) returnedAt?: Date
}
