import { firebaseFunctions } from '../../../src/catalog/frameworks/firebaseFunctions.js';
import type { Declarations } from '../declared.js';
import expressAsync from './expressAsync.js';

export default {
  library: firebaseFunctions,
  modules: ['firebase-functions/v2/https', 'firebase-functions/v2'],
  types: { ...expressAsync.types, Https: "typeof import('firebase-functions/v2').https", Call: "import('firebase-functions/v2/https').CallableRequest" },
  onlyIn: expressAsync.onlyIn,
} satisfies Declarations;
