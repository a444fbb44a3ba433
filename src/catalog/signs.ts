/** Which packages say that a project is a backend. */
import type { LibraryKind } from './vocabulary.js';

/** Kinds of libraries that only a backend uses. Validation, logging, HTTP clients and digests are at home in a browser, too. */
export const BACKEND_KINDS: ReadonlySet<LibraryKind> = new Set(['database', 'cache', 'framework', 'auth', 'limiting', 'messaging', 'storage']);

/** Packages of such libraries that front ends and command-line tools depend on as well. */
export const ELSEWHERE_TOO: ReadonlySet<string> = new Set(['graphql', 'react-router', '@remix-run/router', 'keyv', 'lru-cache', 'quick-lru', '@poppinss/utils']);

/** Packages that no library here describes and that only a backend depends on; a trailing `/*` takes every package of a scope. */
export const FURTHER_BACKENDS: readonly string[] = [
  '@aws-sdk/*', '@azure/*', '@cloudflare/workers-types', '@feathersjs/*', '@google-cloud/*', '@hapi/*', '@nestjs/*', '@remix-run/*', '@adonisjs/*', '@vercel/node', 'aws-sdk', 'bun-types',
  'egg', 'graphql-yoga', 'mercurius', 'micro', 'moleculer', 'nuxt', 'prisma', 'serverless', 'strapi', '@strapi/*', 'tedious', 'wrangler',
];

/** Node's own modules that a server without any package is made of. */
export const SERVER_BUILTINS: ReadonlySet<string> = new Set(['http', 'https', 'http2', 'sqlite', 'net', 'tls', 'dgram']);
