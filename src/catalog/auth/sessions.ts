import { type Library, type SecretUse, type Slot, all, defineLibrary } from '../vocabulary.js';

/** A middleware or plugin that is given a secret. */
function keeper(packages: readonly [string, ...string[]], of: SecretUse, at: readonly Slot[], names: readonly string[] = ['default']): Library {
  return defineLibrary({ name: packages[0], kind: 'auth', packages, exports: { ...all(names, { secret: { of, at } }) }, types: {} });
}

export const expressSession = keeper(['express-session'], 'sessions', [[0, 'secret']]);
export const cookieSession = keeper(['cookie-session'], 'sessions', [[0, 'secret'], [0, 'keys']]);
export const cookieParser = keeper(['cookie-parser'], 'cookies', [[0]]);
export const csrfCsrf = keeper(['csrf-csrf'], 'cookies', [[0, 'getSecret', '()']], ['doubleCsrf']);
export const ironSession = defineLibrary({
  name: 'iron-session',
  kind: 'auth',
  packages: ['iron-session', 'iron-session/*'],
  versions: '6 to 8',
  exports: {
    getIronSession: { secret: { of: 'sessions', at: [[1, 'password'], [2, 'password']] } },
    ...all(['withIronSessionApiRoute', 'withIronSessionSsr'], { secret: { of: 'sessions', at: [[1, 'password']] } }),
    ironSession: { secret: { of: 'sessions', at: [[0, 'password']] } },
    ...all(['sealData', 'unsealData'], { secret: { of: 'sessions', at: [[1, 'password']] } }),
  },
  types: {},
});
export const fastifySession = keeper(['@fastify/session', 'fastify-session'], 'sessions', [[1, 'secret']], ['default', 'fastifySession']);
export const fastifySecureSession = keeper(['@fastify/secure-session', 'fastify-secure-session'], 'sessions', [[1, 'key'], [1, 'secret']], ['default', 'fastifySecureSession']);
export const fastifyCookie = keeper(['@fastify/cookie', 'fastify-cookie'], 'cookies', [[1, 'secret']], ['default', 'fastifyCookie']);
