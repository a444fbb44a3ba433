// why: the query behind an option that is off by default does not run where nobody gives it
import { describe } from './users';

export async function plain(ids: string[]) {
  return Promise.all(ids.map((id) => describe(id, { label: 'x' })));
}

export async function full(ids: string[]) {
  return Promise.all(ids.map((id) => describe(id, { withPosts: true }))); // expect: no-n-plus-one/queryInLoop
}
