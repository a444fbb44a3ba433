// why: a logger of another file, and a child that a function makes, take fields before the text
import { log, logFor } from './log';

const own = logFor('parcels');

export async function hand(parcel: { id: string; weight: number }, carrier: { take(id: string): Promise<void> }) {
  own.debug({ parcel: parcel.id }, 'handing over');
  try {
    await carrier.take(parcel.id);
    own.info('handed over', { parcel: parcel.id }); // expect: structured-log-arguments/lostValue
  } catch (err) {
    log.error('the carrier refused', err); // expect: structured-log-arguments/lostValue
    own.warn('weighs %d grams', parcel.weight);
    throw err;
  }
}
