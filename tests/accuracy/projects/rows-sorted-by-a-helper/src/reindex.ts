// why: rows keep what they are when the app's own helper sorts them
import { Chapter } from './chapter';
import { sortByTitle } from './sort';

export async function reindex(bookId: string) {
  const chapters = await Chapter.findAll({ where: { bookId } });
  const saved = [];
  let index = 0;
  for (const chapter of sortByTitle(chapters)) {
    chapter.index = index++;
    saved.push(chapter.save()); // expect: no-n-plus-one/writeInLoop
  }
  return Promise.all(saved);
}
