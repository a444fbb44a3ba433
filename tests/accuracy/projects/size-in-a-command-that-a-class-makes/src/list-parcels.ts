import { Injectable } from '@nestjs/common';
import type { ListParcels } from './command';
import { ParcelsRepository } from './parcels.repository';

@Injectable()
export class ListParcelsHandler {
  constructor(private readonly parcels: ParcelsRepository) {}

  async execute(command: ListParcels) {
    return { parcels: await this.parcels.list(command.depot, command.limit) };
  }
}
