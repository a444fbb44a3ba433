// why: an option that only staff is given leads to a query for staff alone
import { Cards } from './cards';

export class Directory {
  constructor(private readonly cards: Cards) {}

  forGuests(users: { id: number; name: string }[]) {
    return Promise.all(users.map((user) => this.cards.card(user)));
  }

  forStaff(users: { id: number; name: string }[]) {
    return Promise.all(users.map((user) => this.cards.card(user, true))); // expect: no-n-plus-one/queryInLoop
  }
}
