// why: a private helper of a controller is a part of it
import { Controller, Get, Param } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';

@Controller('parcels')
export class ParcelsController {
  constructor(@InjectModel('Parcel') private readonly parcels: Model<{ code: string; state: string }>) {}

  @Get(':code/state')
  async state(@Param('code') code: string) {
    const parcel = await this.byCode(code);
    return { state: parcel?.state ?? 'unknown' };
  }

  private byCode(code: string) {
    return this.parcels.findOne({ code }).lean(); // expect: no-db-in-controller/queryInController
  }
}
