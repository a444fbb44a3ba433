import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

@Injectable()
export class TariffsService {
  constructor(private readonly pool: Pool) {}

  async byZone(zone: string) {
    const { rows } = await this.pool.query('SELECT name, price FROM tariffs WHERE zone = $1 LIMIT 20', [zone]);
    return rows;
  }
}
