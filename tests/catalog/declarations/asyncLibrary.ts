import { asyncLibrary } from '../../../src/catalog/utility/asyncLibrary.js';
import type { Declarations } from '../declared.js';

export default {
  library: asyncLibrary,
  modules: ['async'],
  types: { Async: "typeof import('async')" },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
