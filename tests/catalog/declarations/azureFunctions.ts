import { azureFunctions } from '../../../src/catalog/frameworks/azureFunctions.js';
import type { Declarations } from '../declared.js';

export default {
  library: azureFunctions,
  modules: ['@azure/functions'],
  types: { App: "typeof import('@azure/functions').app", Request: "import('@azure/functions').HttpRequest", Query: "import('@azure/functions').HttpRequest['query']" },
} satisfies Declarations;
