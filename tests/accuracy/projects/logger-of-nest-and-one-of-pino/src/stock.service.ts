// why: Nest's logger prints what follows its text, the one of pino beside it does not
import { Injectable, Logger } from '@nestjs/common';
import { InjectPinoLogger, PinoLogger } from 'nestjs-pino';

@Injectable()
export class StockService {
  private readonly nest = new Logger(StockService.name);

  constructor(@InjectPinoLogger(StockService.name) private readonly lines: PinoLogger) {}

  take(item: string, count: number) {
    this.nest.log('taken', { item, count });
    this.nest.error('none left', item);
    this.lines.info({ item, count }, 'taken');
    this.lines.warn('none left', item); // expect: structured-log-arguments/lostValue
  }
}
