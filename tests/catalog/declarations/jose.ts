import { jose } from '../../../src/catalog/auth/jose.js';
import type { Declarations } from '../declared.js';

export default {
  library: jose,
  modules: ['jose'],
  types: { Builder: ["import('jose').SignJWT", "import('jose').EncryptJWT", "import('jose').UnsecuredJWT"] },
} satisfies Declarations;
