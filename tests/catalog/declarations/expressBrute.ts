import { expressBrute } from '../../../src/catalog/limiting/expressBrute.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressBrute,
  modules: ['express-brute'],
  types: { Brute: "import('express-brute')", Limiter: "import('express').RequestHandler" },
} satisfies Declarations;
