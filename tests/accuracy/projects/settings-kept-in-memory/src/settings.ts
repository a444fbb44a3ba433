import { prisma } from './client';

export class Settings {
  private rows?: Promise<{ key: string }[]>;
  private until = 0;

  async get(key: string) {
    const rows = await this.all();
    return rows.find((row) => row.key === key);
  }

  private async all({ fresh = false } = {}) {
    if (fresh) return prisma.setting.findMany();
    if (this.rows && Date.now() < this.until) return this.rows;
    this.rows = prisma.setting.findMany();
    this.until = Date.now() + 60_000;
    return this.rows;
  }
}
