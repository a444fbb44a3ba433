import { httpStatusCodes } from '../../../src/catalog/other/statuses.js';
import type { Declarations } from '../declared.js';

export default {
  library: httpStatusCodes,
  modules: ['http-status-codes'],
  types: { Names: ["typeof import('http-status-codes').StatusCodes", "typeof import('http-status-codes').default"] },
} satisfies Declarations;
