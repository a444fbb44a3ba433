import { defineLibrary } from '../vocabulary.js';

/** `createSigner(options)` gives a function, which is the one that signs. */
export const fastJwt = defineLibrary({
  name: 'fast-jwt',
  kind: 'auth',
  packages: ['fast-jwt'],
  versions: '1 to 6',
  exports: {
    createSigner: { returns: 'Signer', secret: { of: 'tokens', at: [[0, 'key']] }, token: { does: 'part', keys: [[0, 'key']], marks: ['aud', 'iss', 'sub', 'header', 'algorithm'].map((name) => [0, name] as const), expiry: [[0, 'expiresIn']], unit: 'milliseconds' } },
    createVerifier: { returns: 'Verifier', secret: { of: 'tokens', at: [[0, 'key']] }, token: { does: 'part', keys: [[0, 'key']], ignoresExpiry: [0, 'ignoreExpiration'], algorithms: [[0, 'algorithms']] } },
    createDecoder: { returns: 'Decoder' },
  },
  types: {
    Signer: { lazy: 'call', call: { token: { does: 'sign', payload: [0] } } },
    Verifier: { lazy: 'call', call: { token: { does: 'verify', token: [0] } } },
    Decoder: { call: { token: { does: 'decode', token: [0] } } },
  },
});
