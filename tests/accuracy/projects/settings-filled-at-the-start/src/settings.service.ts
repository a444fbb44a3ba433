// why: what a module does while it is set up runs once
import { Injectable, OnModuleInit } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { defaultsFrom } from './defaults';

@Injectable()
export class SettingsService implements OnModuleInit {
  constructor(private readonly prisma: PrismaClient) {}

  async onModuleInit() {
    await this.fill(defaultsFrom(process.env));
  }

  private async fill(settings: { key: string; value: string }[]) {
    for (const { key, value } of settings) {
      await this.prisma.setting.upsert({ where: { key }, create: { key, value }, update: {} });
    }
  }
}
