import { log4js } from '../../../src/catalog/logging/printing.js';
import type { Declarations } from '../declared.js';

export default {
  library: log4js,
  modules: ['log4js'],
  types: { Log4js: "import('log4js').Log4js", Logger: "import('log4js').Logger" },
  onlyIn: { default: 'the module as a whole', 'Log4js.Logger': 'a type of the namespace' },
} satisfies Declarations;
