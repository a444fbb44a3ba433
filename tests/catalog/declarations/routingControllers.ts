import { routingControllers } from '../../../src/catalog/frameworks/routingControllers.js';
import type { Declarations } from '../declared.js';

export default {
  library: routingControllers,
  modules: ['routing-controllers'],
  types: { Request: "import('express').Request", Response: "import('express').Response" },
} satisfies Declarations;
