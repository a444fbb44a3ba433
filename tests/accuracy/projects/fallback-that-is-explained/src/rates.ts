// why: A substitute that a comment or the documentation of the function explains is meant
import { loadRates } from './bank';

let last: Record<string, number> = {};

/** The rates of today; those of yesterday if the bank cannot be reached. */
export async function rates() {
  try {
    last = await loadRates();
  } catch {
    return last;
  }
  return last;
}

export async function warmUp() {
  // Fire and forget: the first request loads them otherwise.
  loadRates().catch(() => {});
}

export async function rateOf(currency: string) {
  try {
    return (await loadRates())[currency];
  } catch {
    // The page shows a dash instead.
    return undefined;
  }
}
