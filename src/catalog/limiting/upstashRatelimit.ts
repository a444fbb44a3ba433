import { all, defineLibrary } from '../vocabulary.js';

export const upstashRatelimit = defineLibrary({
  name: '@upstash/ratelimit',
  kind: 'limiting',
  packages: ['@upstash/ratelimit'],
  versions: '0.3 to 2',
  exports: { Ratelimit: { type: 'RatelimitClass', constructs: 'Limiter' } },
  types: {
    RatelimitClass: { construct: { returns: 'Limiter' }, members: { ...all(['slidingWindow', 'fixedWindow', 'tokenBucket', 'cachedFixedWindow'], {}) } },
    Limiter: { members: { ...all(['limit', 'blockUntilReady'], { returns: 'Result' }) } },
    Result: {},
  },
});
