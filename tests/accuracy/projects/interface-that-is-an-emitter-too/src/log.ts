// why: an interface that extends an emitter as well is still the app's own
import type { EventStore } from './event-store';

export async function storeAll(store: EventStore, events: object[]) {
  await Promise.all(events.map((event) => store.store(event))); // expect: no-n-plus-one/writeInLoop
}
