// why: a service out of a container may be called like a repository and only compute
import { container } from 'tsyringe';
import { VatService } from './vat.service';

export async function withVat(lines: { cents: number; country: string }[]) {
  const vat = container.resolve(VatService);
  return Promise.all(lines.map(async (line) => line.cents * (1 + (await vat.find(line.country)))));
}
