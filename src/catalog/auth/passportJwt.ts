import { type Member, defineLibrary } from '../vocabulary.js';

const options = {
  secret: { of: 'tokens', at: [[0, 'secretOrKey']] },
  token: { does: 'defaults', keys: [[0, 'secretOrKey'], [0, 'secretOrKeyProvider']], ignoresExpiry: [0, 'ignoreExpiration'], algorithms: [[0, 'algorithms']] },
} satisfies Member;
const strategy: Member = { constructs: 'Strategy', route: { method: 'use', handlers: 0, shape: 'verify' }, ...options };

export const passportJwt = defineLibrary({
  name: 'passport-jwt',
  kind: 'auth',
  packages: ['passport-jwt'],
  versions: '3 and 4',
  exports: { default: strategy, Strategy: strategy, JwtStrategy: strategy, ExtractJwt: { harmless: 'reads a token' } },
  types: {
    Strategy: { layer: 'middleware' },
  },
  handlers: { verify: { params: [], layer: 'middleware' } },
});
