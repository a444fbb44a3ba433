export class ShopError extends Error {
  constructor(readonly status: number, text: string) {
    super(text);
  }
}

export class SoldOut extends ShopError {
  constructor(readonly sku: string) {
    super(409, `There is no more of ${sku}`);
  }
}
