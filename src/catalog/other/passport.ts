import { type Member, all, defineLibrary } from '../vocabulary.js';

/** `new Strategy(options, verify)`: the verifying function is middleware. */
const strategy: Member = { constructs: 'Strategy', route: { method: 'use', handlers: 0, shape: 'verify' } };
const names = [
  'local', 'http', 'http-bearer', 'custom', 'anonymous', 'oauth', 'oauth1', 'oauth2', 'google-oauth', 'google-oauth20', 'google-oauth2', 'facebook', 'github', 'github2', 'twitter', 'linkedin-oauth2',
  'openidconnect', 'localapikey', 'localapikey-update', 'headerapikey', 'saml', 'azure-ad', 'slack-oauth2', 'magic-link', 'steam-openid',
];

export const passport = defineLibrary({
  name: 'Passport',
  kind: 'auth',
  packages: ['passport', 'koa-passport', '@fastify/passport', '@nestjs/passport'],
  exports: {
    default: { type: 'Passport' },
    ...all(['Passport', 'Authenticator'], { constructs: 'Passport' }),
    // Of `@nestjs/passport`: functions that give a class to extend.
    PassportStrategy: { returns: 'Guard', plugs: { plugin: [0] } },
    AuthGuard: { returns: 'Guard' },
  },
  types: {
    Guard: { layer: 'middleware' },
    Passport: {
      members: {
        ...all(['use', 'unuse', 'initialize', 'session', 'authorize'], { returns: 'this', harmless: 'a middleware' }),
        authenticate: { callbacks: [{ at: 1, params: ['error', 'unknown'], runs: 'later' }, { at: 2, params: ['error', 'unknown'], runs: 'later' }] },
        ...all(['serializeUser', 'deserializeUser'], { route: { method: 'use', handlers: 0, shape: 'verify' } }),
      },
    },
  },
  handlers: { verify: { params: [], layer: 'middleware' } },
});

export const passportStrategies = defineLibrary({
  name: 'Passport strategies',
  kind: 'auth',
  packages: [...names.map((name) => `passport-${name}`), '@node-saml/passport-saml', '@oauth-everything/passport-discord'],
  exports: { ...all(['default', 'Strategy', 'OAuth2Strategy', 'BasicStrategy', 'DigestStrategy', 'BearerStrategy', 'JwtStrategy', 'LocalStrategy'], strategy), ExtractJwt: { harmless: 'reads a token' } },
  types: { Strategy: { layer: 'middleware' } },
  handlers: { verify: { params: [], layer: 'middleware' } },
});
