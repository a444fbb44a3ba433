import { boom } from '../../../src/catalog/other/boom.js';
import type { Declarations } from '../declared.js';

export default {
  library: boom,
  modules: ['@hapi/boom'],
  types: { Boom: "typeof import('@hapi/boom')", BoomError: "import('@hapi/boom').Boom" },
  onlyIn: {
    'new Boom': 'boom 7',
    default: 'the module as a whole',
    'Boom.create': 'boom 4',
    'Boom.wrap': 'boom 4',
  },
} satisfies Declarations;
