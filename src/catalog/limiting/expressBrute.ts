import { all, defineLibrary } from '../vocabulary.js';

export const expressBrute = defineLibrary({
  name: 'express-brute',
  kind: 'limiting',
  packages: ['express-brute'],
  exports: { default: { constructs: 'Brute' } },
  types: { Brute: { members: { ...all(['prevent', 'getMiddleware'], { type: 'Limiter', returns: 'Limiter' }) } }, Limiter: {} },
});
