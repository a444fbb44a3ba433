import { all, defineLibrary } from '../vocabulary.js';

export const expressSlowDown = defineLibrary({
  name: 'express-slow-down',
  kind: 'limiting',
  packages: ['express-slow-down'],
  versions: '1 to 3',
  exports: { ...all(['default', 'slowDown'], { returns: 'Limiter' }) },
  types: { Limiter: {} },
});
