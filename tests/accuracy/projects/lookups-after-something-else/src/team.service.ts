// why: look-ups that wait for something else first, or one for another, do not start in one tick
import { UserService } from './user.service';

export class TeamService {
  constructor(private readonly users: UserService) {}

  membersOf(rows: { userId: string }[]) {
    return Promise.all(rows.map(async (row) => ({ ...row, user: await this.users.byId(row.userId) }))); // expect: no-n-plus-one/queryInLoop
  }

  async namesOf(rows: { userId: string }[]) {
    const names: string[] = [];
    for (const row of rows) names.push(await this.users.nameOf(row.userId)); // expect: no-n-plus-one/queryInLoop
    return names;
  }
}
