import { Repository } from 'typeorm';
import { InvoiceRepository } from './invoice.repository';
import { Invoice } from './invoice.entity';

export class TypeOrmInvoiceRepository extends InvoiceRepository {
  constructor(private readonly rows: Repository<Invoice>) {
    super();
  }

  async close(id: number) {
    await this.rows.update(id, { closed: true });
  }
}
