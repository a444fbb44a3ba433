// why: a service takes the stores it needs out of one big interface
import type { Stores } from './stores';

export class FlagService {
  private readonly flagStore: Stores['flagStore'];

  constructor({ flagStore }: Pick<Stores, 'flagStore'>) {
    this.flagStore = flagStore;
  }

  async rename(names: Record<string, string>) {
    for (const [id, name] of Object.entries(names)) await this.flagStore.rename(id, name); // expect: no-n-plus-one/writeInLoop
  }
}
