// why: what a transaction rejects with ends in the catch around it
import { BadRequestException, Injectable, Logger } from '@nestjs/common';
import { Account } from './account';
import { dataSource } from './data-source';

@Injectable()
export class TransferService {
  private readonly logger = new Logger(TransferService.name);

  async transfer(from: number, amount: number): Promise<'done' | 'failed'> {
    try {
      await dataSource.transaction(async (manager) => {
        try {
          await manager.decrement(Account, { id: from }, 'balance', amount);
        } catch (error) {
          throw new BadRequestException((error as Error).message);
        }
      });
      return 'done';
    } catch (error) {
      this.logger.warn(error);
      return 'failed';
    }
  }
}
