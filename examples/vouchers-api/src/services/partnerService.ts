import { logger } from '../clients';
import { config } from '../config';

/** Tells the shop that issued a voucher that it was redeemed. */
export async function tellPartner(redemptionId: number) {
  for (;;) {
    try {
      const response = await fetch(`${config.partnerUrl}/redemptions`, { method: 'POST', body: JSON.stringify({ redemptionId }) });
      if (response.ok) return;
    } catch (error) {
      logger.warn({ error }, 'the partner does not answer');
    }
  }
}
