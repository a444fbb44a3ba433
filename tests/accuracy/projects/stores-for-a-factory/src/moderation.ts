// why: a factory picks its stores out of one big interface as it takes them apart
import type { Stores } from './stores';

export function createModeration({ userStore, tokenStore }: Pick<Stores, 'userStore' | 'tokenStore'>) {
  return {
    async blockAll(ids: string[]) {
      for (const id of ids) {
        tokenStore.forget(id);
        await userStore.block(id); // expect: no-n-plus-one/writeInLoop
      }
    },
  };
}
