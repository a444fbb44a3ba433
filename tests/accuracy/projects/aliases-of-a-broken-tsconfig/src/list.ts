// why: a tsconfig that extends what is not installed still has aliases
import { stockOf } from '@/data/stock';

export const list = (skus: string[]) => Promise.all(skus.map((sku) => stockOf(sku))); // expect: no-n-plus-one/queryInLoop
