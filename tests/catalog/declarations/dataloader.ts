import { dataloader } from '../../../src/catalog/utility/dataloader.js';
import type { Declarations } from '../declared.js';

export default {
  library: dataloader,
  modules: ['dataloader'],
  types: { DataLoader: "import('dataloader')<any, any>" },
} satisfies Declarations;
