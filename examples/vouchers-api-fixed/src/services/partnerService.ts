import pRetry from 'p-retry';
import { config } from '../config';

/** Tells the shop that issued a voucher that it was redeemed. */
export async function tellPartner(redemptionId: number) {
  await pRetry(() => fetch(`${config.partnerUrl}/redemptions`, { method: 'POST', body: JSON.stringify({ redemptionId }) }), { retries: 4 });
}
