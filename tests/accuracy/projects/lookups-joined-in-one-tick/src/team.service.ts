// why: Prisma joins the look-ups that start in one tick, also those that another service makes
import { UserService } from './user.service';

export class TeamService {
  constructor(private readonly users: UserService) {}

  membersOf(rows: { userId: string }[]) {
    return Promise.all(rows.map(async (row) => ({ ...row, user: await this.users.byId(row.userId) })));
  }
}
