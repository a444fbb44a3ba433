import { readFile } from 'node:fs/promises';

export async function loadRates(): Promise<Record<string, number>> {
  return JSON.parse(await readFile('/var/rates.json', 'utf8'));
}
