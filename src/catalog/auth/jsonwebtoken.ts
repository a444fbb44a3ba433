import { defineLibrary } from '../vocabulary.js';

export const jsonwebtoken = defineLibrary({
  name: 'jsonwebtoken',
  kind: 'auth',
  packages: ['jsonwebtoken', 'jsonwebtoken-esm', 'jsonwebtoken-promisified'],
  versions: '7 to 9',
  exports: { default: { type: 'Jwt' } },
  types: {
    Jwt: {
      members: {
        sign: { secret: { of: 'tokens', at: [[1]] }, token: { does: 'sign', payload: [0], keys: [[1]], marks: ['audience', 'issuer', 'subject', 'header', 'algorithm'].map((name) => [2, name] as const), expiry: [[2, 'expiresIn']] } },
        verify: { secret: { of: 'tokens', at: [[1]] }, token: { does: 'verify', token: [0], keys: [[1]], ignoresExpiry: [2, 'ignoreExpiration'], algorithms: [[2, 'algorithms']] } },
        decode: { token: { does: 'decode', token: [0] } },
      },
    },
  },
});
