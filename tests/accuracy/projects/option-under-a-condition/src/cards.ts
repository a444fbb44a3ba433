import type { Repository } from 'typeorm';
import type { Membership } from './member';

interface CardOptions {
  memberships?: boolean;
}

export class Cards {
  constructor(private readonly memberships: Repository<Membership>) {}

  async card(user: { id: number; name: string }, isStaff = false) {
    return this.render(user, isStaff ? { memberships: true } : undefined);
  }

  private async render(user: { id: number; name: string }, options?: CardOptions) {
    if (!options?.memberships) return { name: user.name };
    return { name: user.name, memberships: await this.memberships.findBy({ userId: user.id }) };
  }
}
