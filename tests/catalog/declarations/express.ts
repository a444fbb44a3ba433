import { express } from '../../../src/catalog/frameworks/express.js';
import type { Declarations } from '../declared.js';

export default {
  library: express,
  modules: ['express'],
  types: {
    Express: "typeof import('express')",
    Router: "import('express').Router",
    Application: "import('express').Application",
    Route: "import('express').IRoute",
    Request: "import('express').Request",
    Response: "import('express').Response",
    Next: "import('express').NextFunction",
  },
  onlyIn: {
    'Express.Request': 'a type of the namespace',
    'Express.Response': 'a type of the namespace',
    'Express.NextFunction': 'a type of the namespace',
    'Express.Application': 'a type of the namespace',
    'Express.RequestHandler': 'a type of the namespace',
    'Express.ErrorRequestHandler': 'a type of the namespace',
    'Router.del': 'express 3',
    'Request.param': 'express 4',
    'Request.flash': 'connect-flash',
    'Response.sendfile': 'express 4',
  },
} satisfies Declarations;
