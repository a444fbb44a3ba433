import { typedi } from '../../../src/catalog/utility/containers.js';
import type { Declarations } from '../declared.js';

export default {
  library: typedi,
  modules: ['typedi'],
  types: { Container: "import('typedi').ContainerInstance" },
} satisfies Declarations;
