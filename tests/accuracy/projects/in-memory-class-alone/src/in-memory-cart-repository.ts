import type { CartRepository } from './cart-repository';

export class InMemoryCartRepository implements CartRepository {
  readonly carts: { id: string; items: string[] }[] = [];

  async save(cart: { id: string; items: string[] }) {
    this.carts.push(cart);
  }
}
