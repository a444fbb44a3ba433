// why: rows that the app's own helper hands to a callback are rows
import { Coupon } from './coupon';

export function expire() {
  return Coupon.eachBatch({ used: false }, async (coupons) => {
    for (const coupon of coupons) {
      await coupon.update({ expired: true }); // expect: no-n-plus-one/writeInLoop
    }
  });
}
