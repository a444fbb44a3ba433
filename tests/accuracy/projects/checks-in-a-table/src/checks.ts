// why: what a method of a picked element throws is what all of the table throw
import { supplierFor } from './suppliers';

export const CHECKS = {
  weight: {
    label: 'Weight',
    check(value: unknown) {
      if (typeof value !== 'number') throw new Error('The weight has to be a number.');
    },
  },
  colour: {
    label: 'Colour',
    check(value: unknown) {
      if (!['red', 'blue'].includes(String(value))) throw new Error('There is no such colour.');
    },
  },
};

export const LOOKUPS = {
  supplier: { check: (value: string) => supplierFor(value) },
  colour: { check: (value: string) => value.trim() },
};
