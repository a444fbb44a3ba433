import { type Slot, all, defineLibrary } from '../vocabulary.js';

const keys = (...before: [number, ...string[]]): Slot[] => ['secret', 'privateKey', 'secretOrPrivateKey'].map((name) => [...before, name] as const);
const options = (...before: [number, ...string[]]) => ({
  secret: { of: 'tokens', at: keys(...before) },
  token: { does: 'defaults', keys: keys(...before), expiry: [[...before, 'signOptions', 'expiresIn']], ignoresExpiry: [...before, 'verifyOptions', 'ignoreExpiration'], algorithms: [[...before, 'verifyOptions', 'algorithms']] },
} as const);

export const nestjsJwt = defineLibrary({
  name: '@nestjs/jwt',
  kind: 'auth',
  packages: ['@nestjs/jwt'],
  versions: '7 to 12',
  exports: { JwtModule: { type: 'JwtModule' }, JwtService: { type: 'JwtServiceClass' } },
  types: {
    JwtModule: { members: { register: options(0), registerAsync: options(0, 'useFactory', '()') } },
    JwtServiceClass: { construct: { returns: 'JwtService', ...options(0) } },
    JwtService: {
      members: {
        ...all(['sign', 'signAsync'], { secret: { of: 'tokens', at: [[1, 'secret'], [1, 'privateKey']] }, token: { does: 'sign', payload: [0], keys: [[1, 'secret'], [1, 'privateKey']], marks: ['audience', 'issuer', 'subject', 'header', 'algorithm'].map((name) => [1, name] as const), expiry: [[1, 'expiresIn']], inherits: true } }),
        ...all(['verify', 'verifyAsync'], { secret: { of: 'tokens', at: [[1, 'secret']] }, token: { does: 'verify', token: [0], keys: [[1, 'secret'], [1, 'publicKey']], ignoresExpiry: [1, 'ignoreExpiration'], algorithms: [[1, 'algorithms']], inherits: true } }),
        decode: { token: { does: 'decode', token: [0] } },
      },
    },
  },
});
