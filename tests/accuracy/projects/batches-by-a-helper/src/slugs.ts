// why: documents that a batch helper hands on are saved one by one
import { eachBatch } from './each-batch';
import { ListingModel } from './listing';

export function addSlugs() {
  return eachBatch(ListingModel, 500, async (listings) => {
    for (const listing of listings) {
      listing.slug = listing.title.toLowerCase().replaceAll(' ', '-');
      await listing.save(); // expect: no-n-plus-one/writeInLoop
    }
  });
}
