import { fastifyAutoload } from '../../../src/catalog/frameworks/fastify.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastifyAutoload,
  modules: ['@fastify/autoload'],
  types: {},
} satisfies Declarations;
