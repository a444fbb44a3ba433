// why: an entity that hashes before it is inserted takes the password as it came
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Member } from './member.entity';

@Injectable()
export class MembersService {
  constructor(@InjectRepository(Member) private readonly members: Repository<Member>) {}

  register(input: { email: string; password: string }) {
    const member = this.members.create({ email: input.email, password: input.password });
    return this.members.save(member);
  }
}
