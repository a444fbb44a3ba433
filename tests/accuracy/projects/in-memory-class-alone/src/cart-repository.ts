export interface CartRepository {
  save(cart: { id: string; items: string[] }): Promise<void>;
}
