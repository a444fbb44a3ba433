import { handlebars } from '../../../src/catalog/utility/parsers.js';
import type { Declarations } from '../declared.js';

export default {
  library: handlebars,
  modules: ['handlebars'],
  types: { Handlebars: "typeof import('handlebars')", Template: "import('handlebars').TemplateDelegate" },
} satisfies Declarations;
