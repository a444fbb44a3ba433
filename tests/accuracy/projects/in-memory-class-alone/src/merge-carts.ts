// why: a repository that keeps its rows in memory makes no round trips
import type { CartRepository } from './cart-repository';

export class MergeCarts {
  constructor(private readonly carts: CartRepository) {}

  async run(drafts: { id: string; items: string[] }[]) {
    for (const draft of drafts) {
      await this.carts.save({ ...draft, items: [...new Set(draft.items)] });
    }
  }
}
