// why: the number is calculated in a service, and written by two methods of a repository
import { MembersRepository } from './members.repository.js';

export class RewardsService {
  constructor(private readonly members: MembersRepository) {}

  async reward(id: string, points: number) {
    const member = await this.members.findById(id);
    await this.members.update(id, { points: member.points + points }); // expect: prefer-atomic-update/readModifyWrite
  }

  async redeem(id: string, points: number) {
    const member = await this.members.findById(id);
    const left = member.points - points;
    await this.members.setPoints(member.id, left); // expect: prefer-atomic-update/readModifyWrite
  }

  async welcome(id: string, name: string) {
    const member = await this.members.findById(id);
    await this.members.update(id, { name: `${member.name} ${name}`, points: 10 });
    await this.members.addPoints(id, member.points > 100 ? 1 : 2);
  }

  async copy(from: string, to: string) {
    const member = await this.members.findById(from);
    await this.members.setPoints(to, member.points - 1);
  }
}
