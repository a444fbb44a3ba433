// why: an option that is on by default needs not be given
import { Settings } from './settings';

const settings = new Settings();
export async function quotes(symbols: string[]) {
  const found = [];
  for (const symbol of symbols) found.push({ symbol, source: await settings.all() }); // expect: no-n-plus-one/queryInLoop
  return found;
}
