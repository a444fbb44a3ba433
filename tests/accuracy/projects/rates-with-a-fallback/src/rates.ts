// why: a function that says it is cached is believed, also as a method
import type { Pool } from 'pg';

export class Rates {
  private readonly kept = new Map<string, number>();

  constructor(private readonly pool: Pool) {}

  async cachedRate(currency: string) {
    const kept = this.kept.get(currency);
    if (kept !== undefined) return kept;
    const { rows } = await this.pool.query('SELECT rate FROM rates WHERE currency = $1', [currency]);
    this.kept.set(currency, rows[0].rate);
    return rows[0].rate as number;
  }

  async total(lines: { currency: string; amount: number }[]) {
    let sum = 0;
    for (const { currency, amount } of lines) sum += amount * (await this.cachedRate(currency));
    return sum;
  }
}
