export interface Store<T> {
  add(item: T): Promise<void>;
  addMany(items: T[]): Promise<void>;
}
