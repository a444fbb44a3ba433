import { colours } from '../../../src/catalog/utility/colours.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: colours,
  modules: ['picocolors'],
  types: { Style: "(typeof import('picocolors'))['bold']" },
  onlyIn: because('a property of the default export', []),
} satisfies Declarations;
