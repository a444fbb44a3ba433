import { consola } from '../../../src/catalog/logging/printing.js';
import type { Declarations } from '../declared.js';

export default {
  library: consola,
  modules: ['consola'],
  types: { Consola: "import('consola').ConsolaInstance" },
  onlyIn: { 'Consola.withScope': 'consola 2' },
} satisfies Declarations;
