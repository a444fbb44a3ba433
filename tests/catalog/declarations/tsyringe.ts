import { tsyringe } from '../../../src/catalog/utility/containers.js';
import type { Declarations } from '../declared.js';

export default {
  library: tsyringe,
  modules: ['tsyringe'],
  types: { Container: "import('tsyringe').DependencyContainer" },
} satisfies Declarations;
