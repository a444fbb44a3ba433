import type { Authenticator } from '../vocabulary.js';

/** What finds out who asks, by the package it comes from. */
export const authenticators: readonly Authenticator[] = [
  { packages: ['passport', 'koa-passport', '@fastify/passport'], names: ['authenticate'], strategy: [0] },
  { packages: ['passport', 'koa-passport'], names: ['session'], open: true },
  { packages: ['@nestjs/passport'], names: ['AuthGuard'], strategy: [0] },
  { packages: ['express-jwt'], names: ['expressjwt', 'jwt', 'default'] },
  { packages: ['koa-jwt'], names: ['default'] },
  { packages: ['hono/jwt', 'hono/jwk'], names: ['jwt', 'jwk'] },
  { packages: ['hono/bearer-auth', 'hono/basic-auth'], names: ['bearerAuth', 'basicAuth'] },
  { packages: ['@fastify/jwt', 'fastify'], names: ['jwtVerify'] },
  { packages: ['express-oauth2-jwt-bearer'], names: ['auth'] },
  { packages: ['express-openid-connect'], names: ['requiresAuth'] },
  { packages: ['express-openid-connect'], names: ['auth'], open: true },
  { packages: ['@clerk/express', '@clerk/fastify', '@clerk/nextjs/server', '@hono/clerk-auth'], names: ['requireAuth'] },
  { packages: ['@clerk/express', '@clerk/fastify', '@clerk/nextjs/server', '@hono/clerk-auth'], names: ['clerkMiddleware', 'clerkPlugin', 'getAuth', 'auth', 'currentUser'], open: true },
  { packages: ['express-basic-auth'], names: ['default'] },
  { packages: ['next-auth', 'next-auth/next', 'next-auth/jwt'], names: ['getServerSession', 'unstable_getServerSession', 'getToken'], open: true },
  { packages: ['supertokens-node/recipe/session/framework/express'], names: ['verifySession'] },
];
