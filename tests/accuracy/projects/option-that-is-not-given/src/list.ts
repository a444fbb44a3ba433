// why: a helper queries only with an option that nobody gives here
import { present } from './present';

export function list(albums: { id: string }[]) {
  return Promise.all(albums.map((album) => present(album)));
}
