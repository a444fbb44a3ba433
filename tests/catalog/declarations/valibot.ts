import { valibot } from '../../../src/catalog/validation/valibot.js';
import type { Declarations } from '../declared.js';

export default {
  library: valibot,
  modules: ['valibot'],
  types: { Valibot: "typeof import('valibot')" },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
