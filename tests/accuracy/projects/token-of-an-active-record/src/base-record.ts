import { BaseEntity, DeepPartial } from 'typeorm';

export class BaseRecord extends BaseEntity {
  static async insertFor<T extends BaseEntity>(this: { new (): T } & typeof BaseEntity, values: DeepPartial<T>): Promise<T> {
    return this.create(values as object).save() as Promise<T>;
  }
}
