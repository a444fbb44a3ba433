// why: a package of the workspace leads where its exports say
import { orderOf } from '@shop/data';

export async function list(ids: string[]) {
  const orders = [];
  for (const id of ids) orders.push(await orderOf(id)); // expect: no-n-plus-one/queryInLoop
  return orders;
}
