// why: rows that a service keeps in a field are read once, whoever asks how often
import { Settings } from './settings';

const settings = new Settings();
export async function quotes(symbols: string[]) {
  const found = [];
  for (const symbol of symbols) found.push({ symbol, source: await settings.get(`source:${symbol}`) });
  return found;
}
