// why: a private method that its class calls does run
import { FeedRepository } from './feed.repository';

export class Feeds {
  constructor(private readonly feeds: FeedRepository) {}

  async sync(names: string[]) {
    await this.createMissing(names);
  }

  private async createMissing(names: string[]) {
    for (const name of names) await this.feeds.create(name); // expect: no-n-plus-one/writeInLoop
  }
}
