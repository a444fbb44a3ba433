import { jsYaml } from '../../../src/catalog/utility/parsers.js';
import type { Declarations } from '../declared.js';

export default {
  library: jsYaml,
  modules: ['js-yaml'],
  types: {},
} satisfies Declarations;
