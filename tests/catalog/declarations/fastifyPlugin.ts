import { fastifyPlugin } from '../../../src/catalog/frameworks/fastify.js';
import type { Declarations } from '../declared.js';
import fastify from './fastify.js';

export default {
  library: fastifyPlugin,
  unnamed: fastify.unnamed,
  modules: ['fastify-plugin'],
  types: fastify.types,
  onlyIn: Object.fromEntries(Object.entries(fastify.onlyIn).filter(([name]) => name.includes('.'))),
} satisfies Declarations;
