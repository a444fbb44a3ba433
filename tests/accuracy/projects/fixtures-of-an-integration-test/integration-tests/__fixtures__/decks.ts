// why: what fills a database for tests is a part of the tests
import type { EntityManager } from '@mikro-orm/core';
import { Deck } from '../../src/deck';

export async function createDecks(manager: EntityManager, decks: { name: string }[]) {
  for (const deck of decks) {
    manager.persist(manager.create(Deck, deck));
    await manager.flush();
  }
}
