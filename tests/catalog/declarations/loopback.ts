import { loopback } from '../../../src/catalog/frameworks/loopback.js';
import type { Declarations } from '../declared.js';

export default {
  library: loopback,
  modules: ['@loopback/rest'],
  types: {
    Param: "typeof import('@loopback/rest').param",
    Query: "typeof import('@loopback/rest').param.query",
    Path: "typeof import('@loopback/rest').param.path",
    Header: "typeof import('@loopback/rest').param.header",
    Request: "import('@loopback/rest').Request",
    Response: "import('@loopback/rest').Response",
  },
} satisfies Declarations;
