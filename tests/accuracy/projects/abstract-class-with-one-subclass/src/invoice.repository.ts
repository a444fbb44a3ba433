export abstract class InvoiceRepository {
  abstract close(id: number): Promise<void>;
}
