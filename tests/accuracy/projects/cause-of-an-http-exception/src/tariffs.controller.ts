// why: Nest keeps the cause of an exception out of the answer
import { Controller, Get, HttpException, HttpStatus, Param } from '@nestjs/common';
import { TariffsService } from './tariffs.service';

@Controller('tariffs')
export class TariffsController {
  constructor(private readonly tariffs: TariffsService) {}

  @Get(':zone')
  async list(@Param('zone') zone: string) {
    try {
      return await this.tariffs.byZone(zone);
    } catch (error) {
      throw new HttpException('The tariffs could not be read', HttpStatus.INTERNAL_SERVER_ERROR, { cause: error, description: 'tariffs' });
    }
  }
}
