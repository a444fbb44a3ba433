// why: of two stores that are picked out of one interface, this one only computes
import type { Stores } from './stores';

export const times = ({ clock }: Pick<Stores, 'clock' | 'rates'>, zones: string[]) => Promise.all(zones.map((zone) => clock.find(zone)));
