import { inversify } from '../../../src/catalog/utility/containers.js';
import type { Declarations } from '../declared.js';

export default {
  library: inversify,
  modules: ['inversify'],
  types: { Container: "import('inversify').Container" },
} satisfies Declarations;
