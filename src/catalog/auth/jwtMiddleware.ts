import { all, defineLibrary } from '../vocabulary.js';

/** Middleware that checks the token of a request. */
export const expressJwt = defineLibrary({
  name: 'express-jwt',
  kind: 'auth',
  packages: ['express-jwt'],
  versions: '5 to 8',
  exports: { ...all(['default', 'expressjwt', 'expressJwt'], { secret: { of: 'tokens', at: [[0, 'secret']] }, token: { does: 'defaults', keys: [[0, 'secret']], ignoresExpiry: [0, 'ignoreExpiration'], algorithms: [[0, 'algorithms']] } }) },
  types: {},
});

export const koaJwt = defineLibrary({
  name: 'koa-jwt',
  kind: 'auth',
  packages: ['koa-jwt'],
  versions: '3 and 4',
  exports: { default: { secret: { of: 'tokens', at: [[0, 'secret']] }, token: { does: 'defaults', keys: [[0, 'secret']], ignoresExpiry: [0, 'ignoreExpiration'], algorithms: [[0, 'algorithms']] } } },
  types: {},
});
