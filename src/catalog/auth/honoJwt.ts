import { defineLibrary } from '../vocabulary.js';

export const honoJwt = defineLibrary({
  name: 'hono/jwt',
  kind: 'auth',
  packages: ['hono/jwt', 'hono/utils/jwt', 'hono/utils/jwt/jwt'],
  versions: '3 and 4',
  exports: {
    sign: { secret: { of: 'tokens', at: [[1]] }, token: { does: 'sign', payload: [0], keys: [[1]] } },
    verify: { secret: { of: 'tokens', at: [[1]] }, token: { does: 'verify', token: [0], keys: [[1]], algorithms: [[2]] } },
    decode: { token: { does: 'decode', token: [0] } },
    jwt: { secret: { of: 'tokens', at: [[0, 'secret']] }, token: { does: 'defaults', keys: [[0, 'secret']], algorithms: [[0, 'alg']] } },
  },
  types: {},
});
