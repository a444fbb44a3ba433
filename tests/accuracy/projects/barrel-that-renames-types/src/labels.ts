// why: a barrel imports a class and exports it again by another name
import type { ShelfId, Shelves } from './stock';

export class Labels {
  constructor(private readonly shelves: Shelves) {}

  print(ids: ShelfId[]) {
    return Promise.all(ids.map((id) => this.shelves.withLabel(id))); // expect: no-n-plus-one/queryInLoop
  }
}
