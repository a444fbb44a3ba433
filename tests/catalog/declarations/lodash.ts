import { lodash } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodash,
  modules: ['lodash', 'lodash-es', 'underscore'],
  types: { Lodash: ["import('lodash').LoDashStatic", "typeof import('underscore')"], Chain: ["import('lodash').LoDashExplicitWrapper<any>", "import('lodash').CollectionChain<any>", "import('lodash').ObjectChain<any>"] },
  onlyIn: {
    'Chain.indexBy': 'underscore',
  },
} satisfies Declarations;
