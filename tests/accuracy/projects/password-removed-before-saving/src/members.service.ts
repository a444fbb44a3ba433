import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Member } from './member.entity';
import { UpdateMemberDto } from './update-member.dto';

@Injectable()
export class MembersService {
  constructor(@InjectRepository(Member) private readonly members: Repository<Member>) {}

  async update(id: number, dto: UpdateMemberDto) {
    const member = await this.members.findOne(id);
    delete member.passwordHash;
    const changed = Object.assign(member, dto);
    return await this.members.save(changed);
  }

  async rename(id: number, name: string) {
    const member = await this.members.findOne(id);
    member.name = name;
    return await this.members.save(member);
  }

  async register(name: string, passwordHash: string) {
    const member = new Member();
    member.name = name;
    member.passwordHash = passwordHash;
    const saved = await this.members.save(member);
    return { id: saved.id, name: saved.name };
  }
}
