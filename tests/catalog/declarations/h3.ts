import { h3 } from '../../../src/catalog/frameworks/h3.js';
import type { Declarations } from '../declared.js';

export default {
  library: h3,
  modules: ['h3'],
  types: {
    Router: "import('h3').Router",
    App: "import('h3').App",
    Event: "import('h3').H3Event",
    EventContext: "import('h3').H3EventContext",
    Node: "import('h3').H3Event['node']",
    NodeRequest: "import('node:http').IncomingMessage",
    NodeResponse: "import('node:http').ServerResponse",
    H3Error: "import('h3').H3Error",
  },
  onlyIn: {
    defineCachedEventHandler: 'nitropack',
    cachedEventHandler: 'nitropack',
    defineNitroErrorHandler: 'nitropack',
    H3: 'h3 2',
    HTTPError: 'h3 2',
    'Router.all': 'h3 2',
    'Event.url': 'h3 2',
  },
} satisfies Declarations;
