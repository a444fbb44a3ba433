import { restify } from '../../../src/catalog/frameworks/restify.js';
import type { Declarations } from '../declared.js';

export default {
  library: restify,
  modules: ['restify'],
  types: {
    Server: "import('restify').Server",
    Request: "import('restify').Request",
    Response: "import('restify').Response",
    Next: "import('restify').Next",
  },
} satisfies Declarations;
