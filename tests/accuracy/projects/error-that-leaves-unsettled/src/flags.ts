// why: a promise that is returned without await fails for whoever waits for it, not in this catch
import { applyPatch } from 'fast-json-patch';
import { BadRequestException } from '@nestjs/common';
import { FlagStore } from './store';

export class Flags {
  constructor(private readonly store: FlagStore) {}

  async patch(flag: Record<string, unknown>, operations: never[]) {
    try {
      const { newDocument } = applyPatch(flag, operations);
      return this.save(newDocument);
    } catch (error) {
      throw new BadRequestException(`The patch cannot be applied: ${error.message}`);
    }
  }

  private async save(flag: Record<string, unknown>) {
    return this.store.write(flag);
  }
}
