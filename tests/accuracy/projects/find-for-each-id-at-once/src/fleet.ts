// why: queries that start together are as many as one after the other
import { Repository } from 'typeorm';
import { Vehicle } from './vehicle';

export class Fleet {
  constructor(private readonly vehicles: Repository<Vehicle>) {}

  async located(plates: string[]) {
    const found = await Promise.all(plates.map((plate) => this.vehicles.findOneBy({ plate }))); // expect: no-n-plus-one/queryInLoop
    return found.filter((vehicle) => vehicle !== null);
  }
}
