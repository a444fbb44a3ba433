import { koa } from '../../../src/catalog/frameworks/koa.js';
import type { Declarations } from '../declared.js';

export default {
  library: koa,
  modules: ['koa'],
  types: {
    Koa: "typeof import('koa')",
    Application: "import('koa')",
    Context: ["import('koa').Context", "import('@koa/router').RouterContext"],
    Request: "import('koa').Request",
    Response: "import('koa').Response",
    NodeResponse: "import('node:http').ServerResponse",
    Cookies: "import('koa').Context['cookies']",
    RouterClass: ["typeof import('@koa/router').default", "typeof import('koa-router')"],
    Router: "import('@koa/router').Router",
  },
  onlyIn: {
    'RouterClass()': 'koa-router 12',
    'Koa.Context': 'a type of the namespace',
    'Koa.ParameterizedContext': 'a type of the namespace',
    'Koa.ExtendableContext': 'a type of the namespace',
    'Koa.Next': 'a type of the namespace',
    'Koa.Middleware': 'a type of the namespace',
    'RouterClass.RouterContext': 'a type of the namespace',
    'RouterClass.IRouterContext': 'a type of the namespace',
    'RouterClass.Middleware': 'a type of the namespace',
    'Context.file': '@koa/multer',
    'Context.files': '@koa/multer',
    'Context.render': '@ladjs/koa-views',
    'Context.flash': 'koa-connect-flash',
    'Request.rawBody': 'koa-bodyparser',
    'Request.body': 'koa-bodyparser',
    'Request.params': 'koa-router',
    'Request.file': 'koa-body',
    'Request.files': 'koa-body',
  },
} satisfies Declarations;
