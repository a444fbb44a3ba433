import { re2js } from '../../../src/catalog/utility/parsers.js';
import type { Declarations } from '../declared.js';

export default {
  library: re2js,
  modules: ['re2js'],
  types: { RE2JS: "typeof import('re2js').RE2JS" },
} satisfies Declarations;
