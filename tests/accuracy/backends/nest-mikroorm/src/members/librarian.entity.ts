import { Entity, PrimaryKey, Property } from '@mikro-orm/core'

@Entity()
export class Librarian {
  @PrimaryKey() id!: number
  @Property() email!: string
  @Property({ hidden: true }) password!: string

  constructor(email: string, password: string) {
    this.email = email
    this.password = password // expect: no-unhashed-password/plaintext
  }
}
