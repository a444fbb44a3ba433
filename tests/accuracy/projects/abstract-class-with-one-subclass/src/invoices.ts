// why: what an abstract class leaves open, its subclass says
import { InvoiceRepository } from './invoice.repository';

export class Invoices {
  constructor(private readonly repository: InvoiceRepository) {}

  close(ids: number[]) {
    return Promise.all(ids.map((id) => this.repository.close(id))); // expect: no-n-plus-one/writeInLoop
  }
}
