// why: the option with which the helper queries is given
import { present } from './present';

export function list(albums: { id: string }[]) {
  return Promise.all(albums.map((album) => present(album, { isPublic: true }))); // expect: no-n-plus-one/queryInLoop
}
