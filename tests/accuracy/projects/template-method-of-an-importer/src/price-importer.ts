import { model, Schema } from 'mongoose';
import { Importer } from './importer';

const Price = model('Price', new Schema({ sku: String, amount: Number }));

export class PriceImporter extends Importer<{ sku: string; amount: number }> {
  protected parse(line: string) {
    const [sku = '', amount] = line.split(';');
    return { sku, amount: Number(amount) };
  }

  protected async store(price: { sku: string; amount: number }) {
    await Price.create(price);
  }
}
