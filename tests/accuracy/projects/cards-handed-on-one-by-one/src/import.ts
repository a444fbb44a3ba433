// why: a list of one element is as good as the element
import { addCards } from './cards';

export async function importCards(cards: { deck: string; text: string }[]) {
  for (const card of cards) {
    await addCards([card]); // expect: no-n-plus-one/writeInLoop
  }
}
