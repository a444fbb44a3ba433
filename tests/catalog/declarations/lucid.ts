import { lucid } from '../../../src/catalog/databases/lucid.js';
import { because, type Declarations } from '../declared.js';

// Lucid needs AdonisJS itself, whose optional peers contradict other packages here: held against the declarations of 21.8.2 by hand.
const apart = 'Lucid 21';

export default {
  library: lucid,
  modules: [],
  types: {},
  unnamed: because(apart, Object.keys(lucid.types)),
  onlyIn: because(apart, Object.keys(lucid.exports)),
} satisfies Declarations;
