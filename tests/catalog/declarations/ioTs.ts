import { ioTs } from '../../../src/catalog/validation/ioTs.js';
import type { Declarations } from '../declared.js';

export default {
  library: ioTs,
  modules: ['io-ts'],
  types: { IoTs: "typeof import('io-ts')", Codec: "import('io-ts').Type<any>" },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
