import { singleton } from 'tsyringe';

@singleton()
export class VatService {
  async find(country: string) {
    return country === 'CH' ? 0.081 : 0.19;
  }
}
