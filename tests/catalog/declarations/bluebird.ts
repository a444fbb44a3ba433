import { bluebird } from '../../../src/catalog/utility/bluebird.js';
import type { Declarations } from '../declared.js';

export default {
  library: bluebird,
  modules: ['bluebird'],
  types: { Bluebird: "typeof import('bluebird')" },
} satisfies Declarations;
