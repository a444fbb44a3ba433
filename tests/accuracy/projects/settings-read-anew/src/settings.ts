import { prisma } from './client';

export class Settings {
  async all({ fresh = true } = {}) {
    if (fresh) return prisma.setting.findMany();
    return [];
  }
}
