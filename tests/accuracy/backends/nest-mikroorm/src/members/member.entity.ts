import { BeforeCreate, BeforeUpdate, Entity, EventArgs, PrimaryKey, Property } from '@mikro-orm/core'
import * as argon2 from 'argon2'

@Entity()
export class Member {
  @PrimaryKey() id!: number
  @Property() email!: string
  @Property({ hidden: true }) password!: string

  @BeforeCreate()
  @BeforeUpdate()
  async hashPassword(args: EventArgs<Member>) {
    if (args.changeSet?.payload.password) {
      this.password = await argon2.hash(this.password)
    }
  }
}
