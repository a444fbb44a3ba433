// why: a group that is handed on whole is written in one go
import { groupBy } from 'lodash';
import { addCards } from './cards';

export async function importCards(cards: { deck: string; text: string }[]) {
  for (const group of Object.values(groupBy(cards, 'deck'))) {
    await addCards(group);
  }
}
