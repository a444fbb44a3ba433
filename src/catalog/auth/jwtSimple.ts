import { defineLibrary } from '../vocabulary.js';

/** Its `decode` checks the signature, unless its third argument says not to. */
export const jwtSimple = defineLibrary({
  name: 'jwt-simple',
  kind: 'auth',
  packages: ['jwt-simple'],
  exports: { default: { type: 'Jwt' } },
  types: {
    Jwt: {
      members: {
        encode: { secret: { of: 'tokens', at: [[1]] }, token: { does: 'sign', payload: [0], keys: [[1]] } },
        decode: { secret: { of: 'tokens', at: [[1]] }, token: { does: 'verify', token: [0], keys: [[1]], unchecked: [2], algorithms: [[3]] } },
      },
    },
  },
});
