import { fastJwt } from '../../../src/catalog/auth/fastJwt.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastJwt,
  modules: ['fast-jwt'],
  types: {
    Signer: "ReturnType<typeof import('fast-jwt').createSigner>",
    Verifier: "ReturnType<typeof import('fast-jwt').createVerifier>",
    Decoder: "ReturnType<typeof import('fast-jwt').createDecoder>",
  },
} satisfies Declarations;
