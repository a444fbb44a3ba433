// why: what a container resolves is the class that it is asked for
import { container } from 'tsyringe';
import { PriceService } from './price.service';

export async function total(skus: string[]) {
  const prices = container.resolve(PriceService);
  let sum = 0;
  for (const sku of skus) sum += await prices.priceOf(sku); // expect: no-n-plus-one/queryInLoop
  return sum;
}
