// why: a private method that its class never calls runs no loop
import { FeedRepository } from './feed.repository';

export class Feeds {
  constructor(private readonly feeds: FeedRepository) {}

  async list() {
    return this.feeds.all();
  }

  private async createMissing(names: string[]) {
    for (const name of names) await this.feeds.create(name);
  }
}
