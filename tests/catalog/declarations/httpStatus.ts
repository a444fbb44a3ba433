import { httpStatus } from '../../../src/catalog/other/statuses.js';
import type { Declarations } from '../declared.js';

export default {
  library: httpStatus,
  modules: ['http-status'],
  types: { Names: "typeof import('http-status').default" },
} satisfies Declarations;
