import { Injectable } from '@nestjs/common'
import { EntityManager } from '@mikro-orm/postgresql'
import { InjectRepository } from '@mikro-orm/nestjs'
import { EntityRepository } from '@mikro-orm/core'
import * as argon2 from 'argon2'
import { Member } from './member.entity'
import { Librarian } from './librarian.entity'

@Injectable()
export class MembersService {
  constructor(
    private readonly em: EntityManager,
    @InjectRepository(Member) private readonly members: EntityRepository<Member>,
  ) {}

  async join(email: string, password: string) {
    const member = this.members.create({ email, password })
    await this.em.persistAndFlush(member)
    return member
  }

  async hire(email: string, password: string) {
    const librarian = new Librarian(email, password)
    await this.em.persistAndFlush(librarian)
    return librarian
  }

  async hireSafely(email: string, password: string) {
    const librarian = new Librarian(email, await argon2.hash(password))
    await this.em.persistAndFlush(librarian)
    return librarian
  }

  async forcePassword(id: number, password: string) {
    await this.members.nativeUpdate({ id }, { password }) // expect: no-unhashed-password/plaintext
  }
}
