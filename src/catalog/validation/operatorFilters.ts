import { defineLibrary } from '../vocabulary.js';

const strips = { kind: 'validation', stripsOperators: true, types: {} } as const;

export const expressMongoSanitize = defineLibrary({ ...strips, name: 'express-mongo-sanitize', packages: ['express-mongo-sanitize', '@exortek/express-mongo-sanitize', 'koa-mongo-sanitize', '@exortek/fastify-mongo-sanitize', 'perfect-express-sanitizer', 'content-filter'], exports: { sanitize: { harmless: 'takes operators out' } } });
export const mongoSanitize = defineLibrary({ ...strips, name: 'mongo-sanitize', packages: ['mongo-sanitize'], exports: { default: { harmless: 'takes operators out' } } });
