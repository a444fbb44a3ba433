import { Model } from 'sequelize-typescript';

export class Base extends Model {
  static async eachBatch(where: object, work: (rows: Base[]) => Promise<void>) {
    for (let offset = 0; ; offset += 100) {
      const rows = await this.findAll({ where, limit: 100, offset });
      if (rows.length === 0) return;
      await work(rows);
    }
  }

  static createFor(values: object, owner: { id: string }) {
    return this.create({ ...values, ownerId: owner.id });
  }
}
