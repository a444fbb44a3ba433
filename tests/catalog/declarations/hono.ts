import { hono } from '../../../src/catalog/frameworks/hono.js';
import type { Declarations } from '../declared.js';

export default {
  library: hono,
  modules: ['hono', 'hono/http-exception', 'hono/factory', 'hono/validator', 'hono/cookie', 'hono/streaming'],
  types: {
    App: "import('hono').Hono",
    Factory: "import('hono/factory').Factory",
    Context: "import('hono').Context",
    Request: "import('hono').HonoRequest",
  },
  onlyIn: {
    OpenAPIHono: '@hono/zod-openapi',
    createRoute: '@hono/zod-openapi',
    'App.openapi': '@hono/zod-openapi',
  },
} satisfies Declarations;
