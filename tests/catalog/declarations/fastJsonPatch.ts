import { fastJsonPatch } from '../../../src/catalog/utility/parsers.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastJsonPatch,
  modules: ['fast-json-patch'],
  types: { JsonPatch: "typeof import('fast-json-patch')" },
} satisfies Declarations;
