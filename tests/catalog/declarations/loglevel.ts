import { loglevel } from '../../../src/catalog/logging/printing.js';
import type { Declarations } from '../declared.js';

export default {
  library: loglevel,
  modules: ['loglevel'],
  types: { Logger: "typeof import('loglevel')" },
} satisfies Declarations;
