import { all, defineLibrary } from '../vocabulary.js';

export const fastifyJwt = defineLibrary({
  name: '@fastify/jwt',
  kind: 'auth',
  packages: ['@fastify/jwt', 'fastify-jwt'],
  versions: '4 to 10',
  exports: {
    ...all(['default', 'fastifyJwt'], {
      secret: { of: 'tokens', at: [[1, 'secret'], [1, 'secret', 'private'], [1, 'cookie', 'secret']] },
      token: { does: 'defaults', keys: [[1, 'secret']], expiry: [[1, 'sign', 'expiresIn']], ignoresExpiry: [1, 'verify', 'ignoreExpiration'], algorithms: [[1, 'verify', 'algorithms']] },
    }),
    // What it puts on the server.
    JWT: { type: 'Jwt' },
  },
  types: {
    Jwt: {
      members: {
        sign: { secret: { of: 'tokens', at: [[1, 'key']] }, token: { does: 'sign', payload: [0], keys: [[1, 'key']], marks: ['aud', 'iss', 'sub', 'header', 'algorithm'].map((name) => [1, name] as const), expiry: [[1, 'expiresIn']], inherits: true } },
        verify: { secret: { of: 'tokens', at: [[1, 'key']] }, token: { does: 'verify', token: [0], keys: [[1, 'key']], ignoresExpiry: [1, 'ignoreExpiration'], algorithms: [[1, 'algorithms']], inherits: true } },
        decode: { token: { does: 'decode', token: [0] } },
      },
    },
  },
});
