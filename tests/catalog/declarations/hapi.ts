import { hapi } from '../../../src/catalog/frameworks/hapi.js';
import type { Declarations } from '../declared.js';

export default {
  library: hapi,
  modules: ['@hapi/hapi'],
  types: {
    Hapi: "typeof import('@hapi/hapi')",
    Server: "import('@hapi/hapi').Server",
    Methods: "import('@hapi/hapi').Server['methods']",
    ServerState: "import('@hapi/hapi').Server['app']",
    Auth: "import('@hapi/hapi').Server['auth']",
    Events: "import('@hapi/hapi').Server['events']",
    Request: "import('@hapi/hapi').Request",
    Toolkit: "import('@hapi/hapi').ResponseToolkit",
    ResponseObject: "import('@hapi/hapi').ResponseObject",
  },
  unnamed: { Next: 'the last argument of a plugin up to hapi 16' },
  onlyIn: {
    'Toolkit()': 'hapi 16',
    default: 'the module as a whole',
    HapiRequest: '@types/hapi 16',
    ReplyNoContinue: '@types/hapi 16',
    ReplyWithContinue: '@types/hapi 16',
    Base_Reply: '@types/hapi 16',
    'Auth.strategy': '@hapi/jwt, @hapi/cookie and hapi-auth-jwt2 have options of their own',
    'Server.connection': 'hapi 16',
    'Toolkit.view': '@hapi/vision',
    'Toolkit.file': '@hapi/inert',
  },
} satisfies Declarations;
