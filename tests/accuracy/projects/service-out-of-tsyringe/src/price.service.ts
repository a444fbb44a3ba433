import { injectable } from 'tsyringe';
import { pool } from './db';

@injectable()
export class PriceService {
  async priceOf(sku: string) {
    const { rows } = await pool.query('SELECT cents FROM prices WHERE sku = $1', [sku]);
    return rows[0]?.cents ?? 0;
  }
}
